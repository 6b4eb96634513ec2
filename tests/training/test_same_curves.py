"""The one loop gives the curves of the four that it takes the place of, which stand in `before`."""

import itertools
import math

import pytest

from leadin.course import EXERCISES
from tests.training.before import EXERCISES as BEFORE

each_exercise = pytest.mark.parametrize("name", BEFORE)


def assert_same(new: list[float], old: list[float]) -> None:
    assert len(new) == len(old)
    for ours, theirs in zip(new, old, strict=True):
        # Beyond this the old loops said infinity where a square can still be written down.
        if abs(theirs) > 1e300 or abs(ours) > 1e300:
            assert abs(ours) > 1e300
            assert math.isnan(ours) == math.isnan(theirs)
        elif math.isnan(theirs):
            assert math.isnan(ours)
        else:
            assert ours == pytest.approx(theirs, rel=1e-7, abs=1e-25)


@each_exercise
def test_every_curve_is_unchanged(name: str) -> None:
    new, old = EXERCISES[name], BEFORE[name]
    assert {*new.mistakes} == {*old.mistakes}
    hidden = [inputs for seed in range(3) for inputs in old.hidden_inputs(seed)]
    for inputs in [old.lesson_inputs, *hidden]:
        assert_same(new.oracle(**inputs), old.oracle(**inputs))
        assert_same(new.oracle(**inputs), old.simulate(inputs, {}))
        for mistake, edits in old.mistakes.items():
            for edit, before in zip(new.mistakes[mistake], edits, strict=True):
                try:
                    assert_same(new.simulate(inputs, edit), old.simulate(inputs, before))
                except AssertionError as error:
                    raise AssertionError(f"{mistake} {edit}") from error


@each_exercise
def test_hidden_inputs_and_all_else_are_unchanged(name: str) -> None:
    new, old = EXERCISES[name], BEFORE[name]
    for seed in range(20):
        ours, theirs = new.hidden_inputs(seed), old.hidden_inputs(seed)
        assert ours == theirs
        assert [[*each] for each in ours] == [[*each] for each in theirs]
    for field in ("lesson", "function", "points", "lesson_inputs", "parts", "chaotic", "forbids"):
        assert getattr(new, field) == getattr(old, field)


@each_exercise
def test_the_same_mistakes_can_be_made_together(name: str) -> None:
    """Two edits go together where they change different fields."""

    def together(mistakes: dict) -> list[tuple]:
        edits = [(m, i, edit) for m in mistakes for i, edit in enumerate(mistakes[m])]
        return sorted(
            sorted([(one, i), (other, j)])
            for (one, i, edit), (other, j, second) in itertools.combinations(edits, 2)
            if one != other
            and not edit.keys() & second.keys()
            # Where nothing is ever zeroed, some parameters' gradients aren't either.
            and {one, other} != {"no_zero_grad", "zero_some_params"}
        )

    assert together(EXERCISES[name].mistakes) == together(BEFORE[name].mistakes)
