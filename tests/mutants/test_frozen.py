"""Mutants that were judged once get the same verdict, as the file beside this one has it."""

from pathlib import Path

import pytest

from tests.mutants import frozen
from tests.mutants.frozen import Frozen, chosen, read, write
from tests.mutants.work import Record

RIGHT = "def train(x, y, w, lr, epochs):\n    return []"


def record(exercise: str, kind: str = "wrong", *mistakes: str, right: bool = False) -> Record:
    return Record(
        exercise=exercise,
        base="base",
        operator="deleted",
        diff="- a",
        source=RIGHT,
        right=right,
        in_doubt=False,
        wrong_on=(),
        only_at_edge=False,
        kind=kind,
        reason="differs_in_lesson",
        error="",
        mistakes=mistakes,
        says="named",
        seconds=0.0,
    )


@pytest.mark.parametrize(
    "mutant",
    [pytest.param(each, id=f"{i}-{each.exercise}") for i, each in enumerate(read(frozen.FILE))],
)
def test_a_frozen_mutant_is_judged_as_before(mutant: Frozen) -> None:
    assert mutant.verdict_now() == (mutant.kind, mutant.mistakes)


def test_what_is_kept_is_from_every_exercise_and_of_every_kind() -> None:
    records = [record("08-train-linear", "wrong", "abs_loss")] * 50
    records += [record("08-train-linear", "wrong", "wrong_sign"), record("09-train-quadratic")]
    kept = [(each.exercise[:2], *each.mistakes) for each in chosen(records, 4, seed=0)]
    assert sorted(kept) == [("08", "abs_loss"), ("08", "abs_loss"), ("08", "wrong_sign"), ("09",)]


def test_faults_of_the_judge_and_endless_mutants_are_not_kept() -> None:
    records = [
        record("08-train-linear", "pass"),
        record("08-train-linear", "wrong", right=True),
        record("08-train-linear", "timeout"),
    ]
    assert chosen(records, 9, seed=0) == []


def test_a_kept_mutant_is_read_and_judged_again(tmp_path: Path) -> None:
    path = tmp_path / "frozen.json"
    write(path, chosen([record("08-train-linear", "wrong", "returns_empty")], 9, seed=0))
    (mutant,) = read(path)
    assert mutant.verdict_now() == ("wrong", ("returns_empty",))
