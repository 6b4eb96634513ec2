"""A student's feedback: one page, complete in itself."""

import hashlib
import re
from collections.abc import Sequence

from leadin.charts.curves import draw_curves
from leadin.charts.markup import Html, element, join
from leadin.course import EXERCISES, SMALL
from leadin.gradebook.reports.html import page, sentence
from leadin.gradebook.store import GradedStudent
from leadin.judging import Verdict
from leadin.running.grade import GradedNotebook
from leadin.running.reports import total
from leadin.words import Line, render, say

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
        say("page.feedback.title", student=graded.student),
        element(
            "header",
            element("h1", sentence("page.feedback.heading", student=name)),
            _score(graded),
        ),
        _contents(graded),
        element("main", *sections),
        element("footer", say("page.feedback.how")),
    )


def verdict_in_words(judgement: Verdict) -> str:
    """A verdict as a headline."""
    return say(f"kind.{judgement.kind}")


def look(judgement: Verdict) -> str:
    """The style class of a verdict."""
    return judgement.kind if judgement.kind in _MARKS else "wrong"


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
    share = graded.points / graded.max_points if graded.max_points else 0.0
    summary = total(graded.notebooks)
    waiting = len(summary.waiting)
    passed = say(
        "page.feedback.passed_waiting" if waiting else "page.feedback.passed",
        passed=summary.passed,
        exercises=summary.exercises,
        waiting=waiting,
    )
    big = element("strong", str(graded.points))
    score = sentence("page.feedback.score", points=big, max_points=graded.max_points)
    return join(
        [
            element("p", score, class_="score"),
            bar(_points(graded.points, graded.max_points), **{"pass": share}),
            element("p", passed),
        ]
    )


def _points(points: int, max_points: int) -> str:
    return say("page.feedback.score", points=points, max_points=max_points)


def _contents(graded: GradedStudent) -> Html:
    items = [
        element(
            "li",
            element("a", _mark(each), " ", each.exercise, href=f"#{each.exercise}"),
            class_=look(each),
        )
        for each in graded.judgements
    ]
    return element("nav", element("ul", *items), aria_label=say("page.feedback.exercises"))


def _mark(judgement: Verdict) -> Html:
    mark = _MARKS.get(judgement.kind, "✗")
    return element("span", mark, class_="sign", title=verdict_in_words(judgement))


def _exercise(notebook: GradedNotebook, judgement: Verdict) -> Html:
    verdict = element("span", _mark(judgement), " ", verdict_in_words(judgement), class_="verdict")
    points = _points(judgement.points, judgement.max_points)
    heading = element("h2", judgement.exercise, " ", verdict)
    place = element("p", element("bdi", notebook.notebook), f" · {points}", class_="place")
    text = element("div", *_message(judgement), class_="text")
    return element(
        "section",
        element("div", heading, place, class_="head"),
        text,
        *_picture(judgement),
        id=judgement.exercise,
        class_=look(judgement),
    )


def _message(judgement: Verdict) -> list[Html]:
    """What happened in prose, then code and numbers, then advice."""
    text = render(judgement)
    parts = [element("p", text.prose.replace("\n", " "))] if text.prose else []
    if text.code:
        parts.append(element("pre", "\n".join(text.code)))
    return parts + [_advice(entries) for entries in text.advice]


def _advice(entries: Sequence[Line]) -> Html:
    """One mistake, or the smallest case: what it is, a hint, where to read."""
    parts = []
    for entry in entries:
        if entry.label:
            parts.append(element("dt", entry.label))
        parts.append(element("dd", entry.text))
        if entry.code:
            parts.append(element("dd", element("pre", "\n".join(entry.code))))
    return element("dl", *parts)


def _picture(judgement: Verdict) -> list[Html]:
    shown = judgement.shown
    if shown is None or not shown.returned or judgement.exercise in SMALL:
        return []
    is_lesson = shown.inputs == EXERCISES[judgement.exercise].lesson_inputs
    caption = [
        element("span", say("page.feedback.expected"), class_="key expected"),
        " ",
        element("span", say("page.feedback.yours"), class_="key yours"),
        " · ",
        say("page.feedback.on_lesson" if is_lesson else "page.feedback.on_others"),
    ]
    difference = shown.difference
    if difference:
        ring = element("span", say("page.feedback.ring"), class_="key ring")
        first = sentence("page.feedback.first_difference", ring=ring, epoch=difference.epoch)
        caption += [" · ", first]
    picture = draw_curves(shown.expected, shown.returned, difference)
    return [element("figure", picture, element("figcaption", *caption))]


#: Names that are file names on every system as they are. Lower case only: some systems don't tell
#: `Ada` from `ada`.
_PLAIN = re.compile(r"[a-z0-9][a-z0-9._-]{0,63}")
#: How the other ones end; a name that looks so is not kept either, or two could meet.
_MARKED = re.compile(r".*-[0-9a-f]{16}")
#: Windows takes these for devices, whatever ending follows.
_DEVICE = re.compile(r"(con|prn|aux|nul|com[0-9]|lpt[0-9])(\..*)?")
#: Characters kept of a name that is not plain.
_KEPT = 40


def file_stem(student: str) -> str:
    """A file name without its ending: the same for the same student, another for any other.

    A plain name is kept. Of any other, what is harmless is kept, and a mark that is computed from
    the whole name makes it unique: it depends on no other student, so links to it stay.

    Args:
        student: the name.
    """
    if _PLAIN.fullmatch(student) and not (_MARKED.fullmatch(student) or _DEVICE.fullmatch(student)):
        return student
    # A folder's name may hold bytes that are no text, which Python keeps as lone surrogates.
    mark = hashlib.sha256(student.encode("utf-8", "surrogatepass")).hexdigest()[:16]
    readable = re.sub(r"\W+", "-", student)[:_KEPT].strip("-_")
    return f"{readable}-{mark}" if readable else f"student-{mark}"
