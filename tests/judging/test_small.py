"""Small exercises: numbers are compared one by one, and a mistake is named where it is proven."""

import copy
import linecache
import math
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import pytest
import torch

from leadin.course import SMALL, Inputs, Small
from leadin.course.topics import KNOWN
from leadin.judging import Verdict, called, calls, judge
from leadin.judging.verdict import Shown
from leadin.observe import Outcome, bounded_printing, observe
from leadin.words import render
from leadin.words.render import _numbers

FOLDER = Path(__file__).parents[1] / "submissions"
#: How an answer begins in a file of them, as in `# mistake wrong_sign: adds the gradient`.
_BEGINS = re.compile(
    r"^# (correct|mistake (?P<name>\w+)|unknown|forbidden (?P<tool>\w+)): (?P<what>.+)$"
)


@dataclass(frozen=True)
class Answer:
    """An answer to a small exercise, and what it deserves."""

    exercise: str
    kind: str
    name: str
    what: str
    source: str

    def __str__(self) -> str:
        return f"{self.exercise}-{self.kind}-{self.name or self.what}"


def answers_in(path: Path) -> Iterator[Answer]:
    lines = path.read_text("utf-8").splitlines()
    starts = [i for i, line in enumerate(lines) if _BEGINS.match(line)]
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        found = _BEGINS.match(lines[start])
        assert found
        kind, name = found[1].split()[0], found["name"] or found["tool"] or ""
        source = "\n".join(lines[start:end])
        yield Answer(path.stem, kind, name, found["what"], source)


ANSWERS = [answer for path in sorted(FOLDER.glob("*.py")) for answer in answers_in(path)]


def verdict_on(answer: Answer, seed: int = 0) -> Verdict:
    namespace: dict[str, object] = {}
    # Where the line of an error is looked up.
    lines = answer.source.splitlines(keepends=True)
    linecache.cache[str(answer)] = (len(answer.source), None, lines, str(answer))
    exec(compile(answer.source, str(answer), "exec"), namespace)
    function = namespace[SMALL[answer.exercise].function]
    assert callable(function)
    return verdict_on_function(SMALL[answer.exercise], function, answer.source, seed)


def verdict_on_function(
    exercise: Small, function: Callable[..., object], source: str = "", seed: int = 0
) -> Verdict:
    def call(inputs: Inputs) -> Outcome:
        return observe(function, copy.deepcopy([*inputs.values()]))

    inputs = calls(exercise, seed)
    with bounded_printing(0):
        outcomes = list(called(exercise, call, inputs))
    return judge(exercise, inputs, outcomes, source)


def each_answer(kind: str) -> pytest.MarkDecorator:
    chosen = [answer for answer in ANSWERS if answer.kind == kind]
    return pytest.mark.parametrize("answer", chosen, ids=map(str, chosen))


@each_answer("correct")
def test_every_correct_style_passes(answer: Answer) -> None:
    for seed in range(3):
        verdict = verdict_on(answer, seed)
        assert verdict.kind == "pass", render(verdict).plain()


@each_answer("mistake")
def test_every_mistake_is_refused_and_named_and_no_other_one(answer: Answer) -> None:
    for seed in range(3):
        verdict = verdict_on(answer, seed)
        assert verdict.kind in ("wrong", "error")
        assert verdict.mistakes == (answer.name,), render(verdict).plain()


@each_answer("unknown")
def test_an_unknown_mistake_is_shown_in_numbers(answer: Answer) -> None:
    verdict = verdict_on(answer)
    assert verdict.kind == "wrong"
    assert verdict.mistakes == ()
    assert "yours" in render(verdict).plain()


def test_of_a_function_without_arguments_no_other_numbers_are_spoken_of() -> None:
    verdict = verdict_on(next(each for each in ANSWERS if each.exercise == "01-two-updates"))
    assert verdict.kind == "pass"
    assert render(verdict).prose == "two_updates() returns what it should."


@each_answer("forbidden")
def test_right_numbers_from_a_forbidden_tool_score_nothing(answer: Answer) -> None:
    verdict = verdict_on(answer)
    assert (verdict.kind, verdict.points, verdict.mistakes) == ("forbidden", 0, (answer.name,))


@pytest.mark.parametrize("exercise", SMALL)
def test_every_small_exercise_has_right_and_wrong_answers(exercise: str) -> None:
    of_it = [answer for answer in ANSWERS if answer.exercise == exercise]
    named = {answer.name for answer in of_it if answer.kind == "mistake"}
    assert sum(answer.kind == "correct" for answer in of_it) >= 4
    assert SMALL[exercise].wrong.keys() <= named <= KNOWN


def test_every_file_of_answers_is_of_a_small_exercise() -> None:
    assert {path.stem for path in FOLDER.glob("*.py")} == SMALL.keys()


#: A small exercise of no lesson: verdicts know those of the course only, these tests need none.
SLOPES = Small(
    id="slopes",
    lesson="01_linear_model",
    function="slopes",
    minutes=2,
    level=1,
    section="exercise",
    right=lambda x, w: [[w * x, 2 * x], [x, w]],
    lesson_inputs={"x": 2.0, "w": 3.0},
    draw=lambda rng: {"x": rng.uniform(1.0, 4.0), "w": rng.uniform(5.0, 9.0)},
    wrong={"forgets_two": lambda x, w: [[w * x, x], [x, w]]},
)


@pytest.mark.parametrize(
    "function",
    [
        lambda x, w: [[w * x, 2 * x], [x, w]],
        lambda x, w: ((w * x, 2 * x), (x, w)),
        lambda x, w: np.array([[w * x, 2 * x], [x, w]], dtype=np.float32),
        lambda x, w: torch.tensor([[w * x, 2 * x], [x, w]]),
        lambda x, w: [torch.tensor([w * x, 2 * x]), np.array([x, w])],
        lambda x, w: [[torch.tensor([w * x]).item(), 2 * x], [x, torch.tensor(w)]],
        lambda x, w: (row for row in [[w * x, 2 * x], [x, w]]),
        lambda x, w: torch.tensor([[w * x, 2 * x], [x, w]], requires_grad=True),
    ],
)
def test_numbers_pass_in_whatever_holds_them(function: Callable[..., object]) -> None:
    assert verdict_on_function(SLOPES, function).kind == "pass"


@pytest.mark.parametrize(
    ("function", "mistakes"),
    [
        (lambda x, w: [[w * x, x], [x, w]], ("forgets_two",)),
        (lambda x, w: [[w * x, x], [2 * x, w]], ("transposed",)),
        (lambda x, w: [[-w * x, -2 * x], [-x, -w]], ("opposite_sign",)),
        (lambda _x, _w: [[6.0, 4.0], [2.0, 3.0]], ("hard_coded",)),
        (lambda x, _w: [[3 * x, 2 * x], [x, 3]], ("ignores_argument",)),
        (lambda _x, _w: None, ("gives_none",)),
        (lambda x, w: [[w * x, 5 * x], [x, w]], ()),
        (lambda _x, _w: [[float("nan")] * 2] * 2, ()),
        (lambda _x, _w: [], ("hard_coded",)),
        (lambda _x, _w: 6.0, ("hard_coded",)),
        (lambda _x, _w: [[1.0, 2.0], [3.0]], ("hard_coded",)),
        (lambda _x, _w: "6", ()),
        (lambda _x, _w: {"x": 6.0}, ()),
        (lambda _x, _w: [[True, False], [True, False]], ()),
        (lambda _x, _w: [[[[[[6.0]]]]]], ()),
    ],
)
def test_wrong_numbers_fail_and_are_named_where_a_name_is_proven(
    function: Callable[..., object], mistakes: tuple[str, ...]
) -> None:
    verdict = verdict_on_function(SLOPES, function)
    assert (verdict.kind, verdict.points, verdict.mistakes) == ("wrong", 0, mistakes)


def test_an_answer_that_keeps_something_between_calls_is_not_repeatable() -> None:
    kept: list[float] = []

    def slopes(x: float, w: float) -> list[list[float]]:
        kept.append(0.0)
        return [[w * x, 2 * x + (len(kept) > 6)], [x, w]]

    assert verdict_on_function(SLOPES, slopes).mistakes == ("not_repeatable",)


def test_what_is_shown_survives_its_way_through_json() -> None:
    shown = verdict_on_function(SLOPES, lambda _x, _w: [[1.0, 2.0], [3.0]]).shown
    assert shown
    assert shown.forms == ("[[nn][nn]]", "[[nn][n]]")
    assert Shown.from_json(shown.to_json()) == shown
    for form in ("[[nn]", 7, "x"):
        broken = {**shown.to_json(), "forms": ["[nn]", form]}
        if form != "[[nn]":
            with pytest.raises(ValueError, match="a form is no form"):
                Shown.from_json(broken)


def test_an_answer_without_arguments_is_not_told_what_is_right() -> None:
    asked = replace(SLOPES, right=lambda: 7, lesson_inputs={}, draw=None, wrong={})
    verdict = verdict_on_function(asked, lambda: 9)
    assert verdict.shown
    assert verdict.shown.forms == ("n", "n")
    assert _numbers(verdict.shown, "en") == ["yours   9"]


#: A power that is too large for floats, unless it is taken another way.
POWERS = Small(
    id="powers",
    lesson="01_linear_model",
    function="powers",
    minutes=2,
    level=1,
    section="exercise",
    right=lambda x: x - 1000,
    lesson_inputs={"x": 1001.0},
    draw=lambda rng: {"x": rng.uniform(1002.0, 1009.0)},
    wrong={"overflows": lambda x: math.inf * x, "is_no_number": lambda x: math.nan * x},
)


@pytest.mark.parametrize(
    ("function", "kind", "mistakes"),
    [
        (lambda x: torch.exp(torch.tensor(x)), "wrong", ("overflows",)),
        (lambda x: math.exp(x), "error", ("overflows",)),
        (lambda x: torch.exp(torch.tensor(x)) * 0, "wrong", ("is_no_number",)),
        (lambda x: -torch.exp(torch.tensor(x)), "wrong", ()),
        (lambda x: math.log(x - x), "error", ()),
    ],
)
def test_a_mistake_that_leads_to_no_finite_number_is_named(
    function: Callable[[float], object], kind: str, mistakes: tuple[str, ...]
) -> None:
    verdict = verdict_on_function(POWERS, function)
    assert (verdict.kind, verdict.mistakes) == (kind, mistakes)
