"""Records -> tables and lists for a person to read."""

import random
import statistics
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence

from tests.mutants.suspicious import expected, is_suspicious
from tests.mutants.work import Record

Test = Callable[[Record], bool]


def _refused(kind: str, says: str = "") -> Test:
    return lambda r: r.kind == kind and not r.right and (not says or r.says == says)


#: Heads of columns, and which records are counted.
COLUMNS: tuple[tuple[str, Test], ...] = (
    ("mutants", lambda r: True),
    ("right", lambda r: r.right),
    ("in doubt", lambda r: r.in_doubt),
    ("false pass", lambda r: r.false_pass),
    ("(at edges)", lambda r: r.false_pass and r.only_at_edge),
    ("false refusal", lambda r: r.false_refusal),
    ("wrong: named", _refused("wrong", "named")),
    ("wrong: shown", _refused("wrong", "shown")),
    ("wrong: explained", _refused("wrong", "explained")),
    ("wrong: unexplained", _refused("wrong", "unexplained")),
    ("error: named", _refused("error", "named")),
    ("error: in words", _refused("error", "explained")),
    ("error: unexplained", _refused("error", "unexplained")),
    ("other kinds", lambda r: r.kind not in ("pass", "wrong", "error")),
    ("suspicious", is_suspicious),
)


def report(records: Sequence[Record]) -> str:
    """Everything that is worth reading about a run."""
    refused = [r for r in records if not r.right]
    parts = [
        _table(records),
        _times(refused),
        _errors(r for r in refused if r.kind == "error"),
        _without_name(r for r in refused if r.says in ("shown", "unexplained")),
        *_listed("false passes", [r for r in records if r.false_pass]),
        *_listed("false refusals", [r for r in records if r.false_refusal]),
        *_listed("suspicious names", list(filter(is_suspicious, records))),
        *_listed("in doubt", [r for r in records if r.in_doubt]),
    ]
    return "\n\n".join(parts)


def sample(records: Sequence[Record], count: int, seed: int) -> str:
    """Random named mutants, for a person to judge the names."""
    named = [r for r in records if r.mistakes]
    chosen = random.Random(seed).sample(named, min(count, len(named)))
    return "\n\n".join(_shown(r) for r in chosen)


def _table(records: Sequence[Record]) -> str:
    by_exercise = _grouped(records, lambda r: r.exercise)
    rows = [("", *(head for head, _ in COLUMNS))]
    for name, own in (*sorted(by_exercise.items()), ("all", list(records))):
        rows.append((name, *(str(sum(map(test, own))) for _, test in COLUMNS)))
    lines = [f"| {' | '.join(row)} |" for row in rows]
    return "\n".join([lines[0], f"| --- |{' ---: |' * len(COLUMNS)}", *lines[1:]])


def _times(refused: Sequence[Record]) -> str:
    seconds = sorted(r.seconds for r in refused if r.kind == "wrong")
    if not seconds:
        return "the judge's time: nothing was wrong"
    share = seconds[min(len(seconds) - 1, len(seconds) * 95 // 100)]
    middle, worst = statistics.median(seconds), seconds[-1]
    times = f"median {middle:.2f}, 95 % {share:.2f}, worst {worst:.2f}"
    return f"the judge's seconds for a wrong one: {times}"


def _errors(records: Iterable[Record]) -> str:
    lines = ["errors by exception: named, in words, unexplained"]
    by_type = _grouped(records, lambda r: r.error.partition(":")[0])
    for name, own in sorted(by_type.items(), key=lambda item: -len(item[1])):
        counts = Counter(r.says for r in own)
        said = (str(counts[each]) for each in ("named", "explained", "unexplained"))
        lines.append(f"  {name}: {', '.join(said)}")
    return "\n".join(lines)


def _without_name(records: Iterable[Record]) -> str:
    lines = ["without a name, by edit, with one example each"]
    by_edit = _grouped(records, lambda r: r.operator)
    for name, own in sorted(by_edit.items(), key=lambda item: -len(item[1])):
        where = Counter(r.exercise for r in own).most_common(3)
        exercises = ", ".join(f"{exercise} {count}" for exercise, count in where)
        shortest = min(own, key=lambda r: (r.diff.count("\n"), len(r.source)))
        lines.append(f"{len(own):4d} {name} ({exercises})\n{_indented(_shown(shortest))}")
    return "\n".join(lines)


def _listed(head: str, records: Sequence[Record]) -> Iterator[str]:
    yield f"{head}: {len(records)}"
    for record in records:
        yield _indented(_shown(record))


def _shown(record: Record) -> str:
    says = ", ".join(record.mistakes) or record.error.partition("\n")[0] or record.says
    lines = [
        f"{record.exercise}/{record.base}, {record.operator}: {record.kind}, {says}",
        record.diff,
    ]
    if names := expected(record):
        lines.append(f"  expected: {' or '.join(sorted(names))}")
    if record.wrong_on or record.in_doubt:
        doubt = " (in doubt)" if record.in_doubt else ""
        lines.append(f"  wrong on: {'; '.join(record.wrong_on) or 'nothing'}{doubt}")
    return "\n".join(lines)


def _indented(text: str) -> str:
    return "\n".join(f"     {line}" for line in text.splitlines())


def _grouped(records: Iterable[Record], key: Callable[[Record], str]) -> dict[str, list[Record]]:
    groups: dict[str, list[Record]] = defaultdict(list)
    for record in records:
        groups[key(record)].append(record)
    return groups
