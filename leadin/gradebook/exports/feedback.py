"""A student's feedback: one page, complete in itself."""

from functools import lru_cache

from leadin.course import EXERCISES
from leadin.gradebook.exports.curves import draw_curves
from leadin.gradebook.exports.html import Html, element, join, page
from leadin.gradebook.results import GradedStudent
from leadin.judging import Judgement, calls
from leadin.judging.curve import first_difference
from leadin.judging.message import HEADLINES, compose
from leadin.running.grade import GradedNotebook
from leadin.running.reports import total

#: How a verdict looks: right, still to write, or anything else.
_MARKS = {"pass": "✓", "missing": "○"}


def feedback_page(graded: GradedStudent) -> str:
    """What a student got, and for each exercise why, and what to do about it.

    Args:
        graded: the student's verdicts.

    Returns:
        HTML that asks for nothing from outside.
    """
    name = element("bdi", graded.student)
    sections = [
        _exercise(notebook, each) for notebook in graded.notebooks for each in notebook.judgements
    ]
    return page(
        f"Feedback: {graded.student}",
        element("header", element("h1", "Feedback for ", name), _score(graded)),
        _contents(graded),
        element("main", *sections),
        element(
            "footer",
            "An exercise is judged by its loss curve, from the first epoch on, on the "
            "lesson's inputs and on others.",
        ),
    )


def verdict_in_words(judgement: Judgement) -> str:
    """A verdict as a headline."""
    return HEADLINES.get(judgement.verdict, "right")


def look(judgement: Judgement) -> str:
    """The style class of a verdict."""
    return judgement.verdict if judgement.verdict in _MARKS else "wrong"


def bar(label: str, **shares: float) -> Html:
    """A bar that is filled in part.

    Args:
        label: what it says, in words.
        shares: by style class, how much that fills, from 0 to 1; from left to right.
    """
    parts, start = [], 0.0
    for style, share in shares.items():
        place = {"x": f"{100 * start:.2f}%", "width": f"{100 * share:.2f}%", "height": "100%"}
        parts.append(element("rect", class_=style, **place))
        start += share
    return element("svg", *parts, class_="bar", role="img", aria_label=label)


def _score(graded: GradedStudent) -> Html:
    points = f"{graded.points} of {graded.max_points} points"
    share = graded.points / graded.max_points if graded.max_points else 0.0
    summary = total(graded.notebooks)
    passed = f"{summary.passed} of {summary.exercises} exercises pass."
    if summary.waiting:
        passed += f" Still to be written: {len(summary.waiting)}."
    big = element("strong", str(graded.points))
    return join(
        [
            element("p", big, f" of {graded.max_points} points", class_="score"),
            bar(points, **{"pass": share}),
            element("p", passed),
        ]
    )


def _contents(graded: GradedStudent) -> Html:
    items = [
        element(
            "li",
            element("a", _mark(each), " ", each.exercise, href=f"#{each.exercise}"),
            class_=look(each),
        )
        for each in graded.judgements
    ]
    return element("nav", element("ul", *items), aria_label="Exercises")


def _mark(judgement: Judgement) -> Html:
    mark = _MARKS.get(judgement.verdict, "✗")
    return element("span", mark, class_="sign", title=verdict_in_words(judgement))


def _exercise(notebook: GradedNotebook, judgement: Judgement) -> Html:
    verdict = element("span", _mark(judgement), " ", verdict_in_words(judgement), class_="verdict")
    points = f"{judgement.points} of {judgement.max_points} points"
    heading = element("h2", judgement.exercise, " ", verdict)
    place = element("p", element("bdi", notebook.notebook), f" · {points}", class_="place")
    text = element("div", *_message(judgement), class_="text")
    return element(
        "section",
        element("div", heading, place, class_="head"),
        text,
        *_picture(notebook, judgement),
        id=judgement.exercise,
        class_=look(judgement),
    )


def _message(judgement: Judgement) -> list[Html]:
    """A message's parts: what happened in prose, then code and numbers, then advice."""
    what, advice = split_message(judgement)
    lines = what.split("\n")
    first_code = next((i for i, line in enumerate(lines) if line.startswith("    ")), len(lines))
    prose, code = " ".join(lines[:first_code]), "\n".join(lines[first_code:])
    parts = [element("p", prose)] if prose else []
    if code:
        parts.append(
            element("pre", "\n".join(line.removeprefix("    ") for line in code.split("\n")))
        )
    return parts + [_advice(block) for block in advice.split("\n\n") if block]


def split_message(judgement: Judgement) -> tuple[str, str]:
    """What happened, and the advice on it, without the headline.

    A message may quote an error text of the student's, so it is not searched for what begins the
    advice: that is composed once more and taken off the end.
    """
    _, _, body = judgement.message.partition("\n")
    if judgement.verdict == "pass":
        return body, ""
    exercise = EXERCISES[judgement.exercise]
    _, _, tail = compose(exercise, judgement.verdict, "", judgement.mistakes).partition("\n")
    return body.removesuffix(tail), tail.strip()


def _advice(block: str) -> Html:
    """One mistake: what it is, a hint, where to read; or that it is not a known one."""
    entries = []
    for line in block.split("\n"):
        label, colon, text = line.partition(": ")
        if colon:
            entries += [element("dt", label), element("dd", text)]
        else:
            entries.append(element("dd", line))
    return element("dl", *entries)


def _picture(notebook: GradedNotebook, judgement: Judgement) -> list[Html]:
    if not judgement.curve:
        return []
    # The lesson's inputs are the same whatever the seed.
    seed = notebook.seed if judgement.shown else 0
    expected, is_lesson = _expected(judgement.exercise, seed, judgement.shown)
    is_right = judgement.first_wrong_epoch is None
    difference = None if is_right else first_difference(expected, judgement.curve)
    inputs = "the lesson's inputs" if is_lesson else "other inputs"
    caption = [
        element("span", "expected", class_="key expected"),
        " ",
        element("span", "yours", class_="key yours"),
        f" · loss per epoch on {inputs}",
    ]
    if difference:
        ring = element("span", "first difference", class_="key ring")
        caption += [" · ", ring, f", at epoch {difference.epoch}"]
    picture = draw_curves(expected, judgement.curve, difference)
    return [element("figure", picture, element("figcaption", *caption))]


# 17 exercises with four sets of inputs each, for a class with one seed.
@lru_cache(maxsize=256)
def _expected(exercise_id: str, seed: int, shown: int) -> tuple[tuple[float, ...], bool]:
    """The right curve on the inputs that are shown, and whether these are the lesson's."""
    exercise = EXERCISES[exercise_id]
    inputs = calls(exercise, seed)[shown]
    return tuple(exercise.oracle(**inputs)), inputs == exercise.lesson_inputs
