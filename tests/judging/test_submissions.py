"""Answers as students write them: right ones pass, wrong ones are refused and named."""

import copy
from pathlib import Path

import pytest

from leadin.course import LOOPS, Inputs
from leadin.course.topics import KNOWN
from leadin.judging import Reason, Verdict, called, calls, experiments, judge
from leadin.judging.curve import first_difference
from leadin.observe import Outcome, bounded_printing, observe
from leadin.words import render

FOLDER = Path(__file__).parents[1] / "submissions"


def answers(kind: str) -> list[Path]:
    return sorted(FOLDER.glob(f"*/{kind}/*.py"))


def each_answer(kind: str) -> pytest.MarkDecorator:
    ids = [f"{path.parts[-3]}-{path.stem}" for path in answers(kind)]
    return pytest.mark.parametrize("path", answers(kind), ids=ids)


def verdict_on(path: Path, seed: int = 0) -> Verdict:
    exercise = LOOPS[path.parts[-3]]
    source = path.read_text("utf-8")
    namespace: dict[str, object] = {}
    exec(compile(source, str(path), "exec"), namespace)
    function = namespace[exercise.function]
    assert callable(function)

    def call(inputs: Inputs) -> Outcome:
        return observe(function, copy.deepcopy([*inputs.values()]))

    inputs = calls(exercise, seed)
    with bounded_printing(0):
        outcomes = list(called(exercise, call, inputs))
        further = [call(each) for each in experiments(exercise, inputs, outcomes)]
    return judge(exercise, inputs, outcomes, source, further=further)


def named_by(path: Path) -> set[str]:
    """The mistakes that a file's name says are in it."""
    return set(path.stem.split("__")[0].split("+"))


@each_answer("correct")
def test_every_correct_style_passes(path: Path) -> None:
    verdict = verdict_on(path)
    assert verdict.kind == "pass", render(verdict).plain()
    assert verdict.points == verdict.max_points


#: A fixed number can be wrong and in the place of an argument at the same time.
ALSO_TRUE = {
    "hard_coded": {"ignores_start", "ignores_lr", "ignores_epochs"},
    "wrong_lr": {"ignores_lr"},
    "ignores_lr": {"wrong_lr"},
}


@each_answer("mistakes")
def test_every_mistake_is_refused_and_named_and_no_other_one(path: Path) -> None:
    verdict = verdict_on(path)
    (name,) = named_by(path)
    assert verdict.kind in ("wrong", "error", "forbidden")
    assert verdict.points == 0
    assert name in verdict.mistakes, render(verdict).plain()
    also_true = {"loss_diverges"} if verdict.kind == "error" else set()
    assert set(verdict.mistakes) <= {name} | ALSO_TRUE.get(name, set()) | also_true


@each_answer("pairs")
def test_two_mistakes_at_once_are_both_named(path: Path) -> None:
    verdict = verdict_on(path)
    assert verdict.kind == "wrong"
    assert set(verdict.mistakes) == named_by(path)


@each_answer("forbidden")
def test_right_numbers_from_a_forbidden_tool_score_nothing(path: Path) -> None:
    verdict = verdict_on(path)
    assert (verdict.kind, verdict.points) == ("forbidden", 0)
    assert set(verdict.mistakes) == named_by(path)
    assert verdict.reason == Reason("right_by_a_tool")


@each_answer("unknown")
def test_an_unknown_mistake_is_not_guessed_at_but_shown_in_its_smallest_case(path: Path) -> None:
    verdict = verdict_on(path)
    assert verdict.kind == "wrong"
    assert verdict.mistakes == ()
    assert verdict.smallest
    assert len(verdict.smallest.inputs["x_data"]) <= 3
    assert verdict.smallest.inputs["epochs"] <= 3
    assert first_difference(verdict.smallest.expected, verdict.smallest.returned)
    assert "Smallest case: " in render(verdict).plain()


@pytest.mark.parametrize("seed", [1, 2, 3])
@pytest.mark.parametrize("exercise", LOOPS)
def test_other_hidden_inputs_change_no_verdict(exercise: str, seed: int) -> None:
    """A sample of each kind, another one for each seed: all of them would take minutes."""
    for path in sorted((FOLDER / exercise / "correct").glob("*.py"))[seed % 3 :: 10]:
        assert verdict_on(path, seed).kind == "pass", path.stem
    for path in sorted((FOLDER / exercise / "mistakes").glob("*.py"))[seed::24]:
        assert named_by(path) <= set(verdict_on(path, seed).mistakes), path.stem


def test_every_file_names_mistakes_of_the_catalogue() -> None:
    for path in answers("mistakes") + answers("pairs") + answers("forbidden"):
        assert named_by(path) <= KNOWN, path.name


@pytest.mark.parametrize("exercise", LOOPS)
def test_every_exercise_has_right_and_wrong_answers(exercise: str) -> None:
    assert len(list((FOLDER / exercise / "correct").glob("*.py"))) >= 3
    assert len(list((FOLDER / exercise / "mistakes").glob("*.py"))) >= 4
