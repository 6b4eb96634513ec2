"""Mutants kept as a file, with what is said about each: a later verdict must not differ unseen."""

import json
import random
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from leadin.course import LOOPS
from tests.mutants.calling import Here
from tests.mutants.judged import judged
from tests.mutants.work import Record

#: Kept beside this module.
FILE = Path(__file__).with_name("frozen.json")


@dataclass(frozen=True)
class Frozen:
    """A mutant, and its verdict when it was kept.

    Attributes:
        exercise: its id.
        edit: name of the edit.
        source: its text.
        kind: the verdict's.
        mistakes: what the verdict named.
    """

    exercise: str
    edit: str
    source: str
    kind: str
    mistakes: tuple[str, ...]

    def verdict_now(self) -> tuple[str, tuple[str, ...]]:
        """Kind and mistakes of today's verdict."""
        exercise = LOOPS[self.exercise]
        verdict, _ = judged(exercise, self.source, Here(self.source, exercise.function))
        return verdict.kind, verdict.mistakes


def chosen(records: Sequence[Record], count: int, seed: int) -> list[Frozen]:
    """Mutants to keep: from every exercise alike, and there from what is said about them.

    Only those whose verdict is no fault, and which ended by themselves.

    Args:
        records: mutants that were judged.
        count: the most to keep.
        seed: chooses them.
    """
    heaps: dict[str, dict[tuple[str, ...], list[Record]]] = defaultdict(lambda: defaultdict(list))
    for record in records:
        ended = record.kind not in ("timeout", "memory")
        if ended and not (record.false_pass or record.false_refusal or record.in_doubt):
            heaps[record.exercise][record.kind, *record.mistakes].append(record)
    rng = random.Random(seed)
    queues = [_in_turn(own, rng) for own in heaps.values()]
    kept: list[Record] = []
    while len(kept) < count and any(queues):
        kept += [queue.pop(0) for queue in queues if queue]
    return [Frozen(r.exercise, r.operator, r.source, r.kind, r.mistakes) for r in kept[:count]]


def _in_turn(heaps: dict[tuple[str, ...], list[Record]], rng: random.Random) -> list[Record]:
    """One of each heap, then a second one of each, and so on."""
    shuffled = [rng.sample(heap, len(heap)) for heap in heaps.values()]
    rounds = max(map(len, shuffled))
    return [heap[i] for i in range(rounds) for heap in shuffled if i < len(heap)]


def write(path: Path, mutants: Sequence[Frozen]) -> None:
    """Keep mutants, one a line."""
    lines = [json.dumps(vars(each), ensure_ascii=False) for each in mutants]
    path.write_text("[\n" + ",\n".join(lines) + "\n]\n", "utf-8")


def read(path: Path) -> list[Frozen]:
    """The mutants of a file; none where there is no file."""
    if not path.exists():
        return []
    kept = json.loads(path.read_text("utf-8"))
    return [Frozen(**{**each, "mistakes": tuple(each["mistakes"])}) for each in kept]
