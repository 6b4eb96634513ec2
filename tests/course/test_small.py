"""Every small exercise: what is right, what is drawn, and its mistakes can be told apart."""

import ast
import itertools
import re
from pathlib import Path

import nbformat
import pytest

from leadin.course import SMALL, Small
from leadin.course.small import OF_THE_RESULT
from leadin.judging.small import calls_of_small, has_form, same_numbers
from leadin.notebook.roles import grade_id
from leadin.observe import plain

SOLUTIONS = Path(__file__).parents[2] / "solutions"

each_small = pytest.mark.parametrize("exercise", SMALL.values(), ids=SMALL)


def example(**changed: object) -> Small:
    known: dict[str, object] = {
        "id": "00-double",
        "lesson": "00_none",
        "function": "double",
        "minutes": 2,
        "level": 1,
        "section": "none",
        "right": lambda x: 2 * x,
        "lesson_inputs": {"x": 1.5},
        "draw": lambda rng: {"x": rng.uniform(1.0, 2.0)},
    }
    return Small(**{**known, **changed})  # type: ignore[arg-type]


@each_small
def test_hidden_arguments_differ_from_the_lessons(exercise: Small) -> None:
    for seed in range(10):
        for inputs in exercise.hidden_inputs(seed):
            assert list(inputs) == list(exercise.lesson_inputs)
            assert inputs != exercise.lesson_inputs


@each_small
def test_the_same_seed_draws_the_same_arguments_and_another_seed_others(exercise: Small) -> None:
    assert exercise.hidden_inputs(7) == exercise.hidden_inputs(7)
    assert not exercise.draw or exercise.hidden_inputs(7) != exercise.hidden_inputs(8)


@each_small
def test_what_is_right_is_numbers_far_above_rounding(exercise: Small) -> None:
    for seed in range(10):
        for inputs in calls_of_small(exercise, seed):
            expected = exercise.oracle(**inputs)
            assert expected.is_numbers
            assert expected.curve
            assert max(map(abs, expected.curve)) > 1e-3


@each_small
def test_every_mistake_of_its_own_shows_and_looks_like_no_other(exercise: Small) -> None:
    """Else its name would be a guess."""
    for seed in range(5):
        inputs = calls_of_small(exercise, seed)
        results = {
            mistake: [exercise.mistaken(mistake, **each) for each in inputs]
            for mistake in exercise.wrong
        }
        results[""] = [exercise.oracle(**each) for each in inputs]
        for (one, ours), (other, theirs) in itertools.combinations(results.items(), 2):
            pairs = zip(ours, theirs, strict=True)
            same = all(a is None or b is None or same_numbers(a, b) for a, b in pairs)
            assert not same, f"{one} looks like {other or 'the right answer'}"


@each_small
def test_an_example_in_the_task_is_true(exercise: Small) -> None:
    for arguments, told in examples(exercise):
        given = exercise.right(*ast.literal_eval(f"({arguments},)"))
        wanted = plain(ast.literal_eval(told))
        digits = max((len(part) for part in re.findall(r"\.(\d+)", told)), default=0)
        assert has_form(plain(given), wanted)
        assert plain(given).curve == pytest.approx(wanted.curve, abs=0.51 * 10**-digits)


def examples(exercise: Small) -> list[tuple[str, str]]:
    """Calls of its function that the text before its cell shows, each with what it gives."""
    path = SOLUTIONS / f"{exercise.lesson}.ipynb"
    cells = nbformat.read(path, as_version=4).cells
    task = next(
        before.source for before, cell in itertools.pairwise(cells) if grade_id(cell) == exercise.id
    )
    called = rf"`{exercise.function}\(([^`]*)\)`[^`.]*?`(-?[\[\d][^`]*)`"
    return re.findall(called, task)


@each_small
def test_it_says_how_long_it_takes_and_how_hard_it_is(exercise: Small) -> None:
    assert 1 <= exercise.minutes <= 8
    assert exercise.level in (1, 2, 3)


def test_an_exercise_that_takes_arguments_draws_them() -> None:
    with pytest.raises(ValueError, match="00-double: draw what it takes"):
        example(draw=None)
    with pytest.raises(ValueError, match="00-double: draw what it takes"):
        example(lesson_inputs={})


def test_a_mistake_that_cant_be_made_with_some_arguments_gives_nothing() -> None:
    exercise = example(wrong={"inverse": lambda x: 1 / (x - 1.5)})
    assert exercise.mistaken("inverse", x=1.5) is None
    assert exercise.mistaken("inverse", x=2.5)


@pytest.mark.parametrize(
    ("mistake", "right", "wrong"),
    [
        ("opposite_sign", [1, -2.5], [-1, 2.5]),
        ("twice_as_large", 3.0, 6.0),
        ("half_as_large", [[4.0]], [[2.0]]),
        ("transposed", [[1, 2], [3, 4]], [[1, 3], [2, 4]]),
        ("transposed", [1, 2], [1, 2]),
        ("reversed_order", [1, 2], [2, 1]),
        ("one_too_many", [1, 2.5], [2, 2.5]),
        ("one_too_few", 3, 2),
    ],
)
def test_what_can_be_wrong_with_every_result(mistake: str, right: object, wrong: object) -> None:
    assert OF_THE_RESULT[mistake](right) == wrong
