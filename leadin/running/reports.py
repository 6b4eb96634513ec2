"""Graded notebooks -> JSON, JUnit XML, Markdown, and a table for a terminal."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any
from xml.etree import ElementTree

from rich.console import Group
from rich.table import Table
from rich.text import Text

from leadin.judging import Verdict
from leadin.running.grade import NO_CELL, GradedNotebook
from leadin.running.isolation.in_force import Isolation, weakest
from leadin.words import render, say

#: Verdicts that say something about how the answer was run, not about what it returned.
_ERRORS = {"error", "timeout", "memory", "forbidden", "invalid"}
#: Why an exercise is missing, where that is plain to see: most are in an unfinished submission.
_SAYS_NOTHING_NEW = {"waits", "not_in_folder", "not_among_files", "nothing_handed_in"}
#: Of more exercises than these, a sentence names the first ones.
MOST_NAMED = 6
_STYLES = {"pass": "green", "missing": "yellow"}


@dataclass(frozen=True)
class Total:
    """What a submission scores in all."""

    points: int
    max_points: int
    passed: int
    exercises: int
    waiting: tuple[str, ...]

    def in_words(self, language: str = "en") -> str:
        """The same as a sentence or two."""
        return say(
            "report.total_waiting" if self.waiting else "report.total",
            language,
            points=self.points,
            max_points=self.max_points,
            passed=self.passed,
            exercises=self.exercises,
            waiting=some_of(self.waiting, language),
        )


def total(graded: Iterable[GradedNotebook]) -> Total:
    """Add up what was graded."""
    judgements = [judgement for notebook in graded for judgement in notebook.judgements]
    return Total(
        points=sum(judgement.points for judgement in judgements),
        max_points=sum(judgement.max_points for judgement in judgements),
        passed=sum(judgement.kind == "pass" for judgement in judgements),
        exercises=len(judgements),
        waiting=tuple(each.exercise for each in judgements if each.kind == "missing"),
    )


def some_of(names: Sequence[str], language: str = "en") -> str:
    """Names in a line, and how many more there are than fit into one."""
    named = ", ".join(names[:MOST_NAMED])
    more = len(names) - MOST_NAMED
    return say("report.and_more", language, names=named, more=more) if more > 0 else named


def in_force(graded: Iterable[GradedNotebook]) -> Isolation | None:
    """What kept the code of every one of some notebooks to itself; None where none was run."""
    isolations = {notebook.isolation for notebook in graded if notebook.isolation}
    return weakest(isolations) if isolations else None


def to_json(graded: Sequence[GradedNotebook], language: str = "en") -> dict[str, Any]:
    """The report that other programs read; its fields are a contract (schema 1)."""
    isolation = in_force(graded)
    return {
        "schema": 1,
        **({} if isolation is None else {"isolation": isolation.to_json()}),
        "submissions": [submission_json(notebook, language) for notebook in graded],
    }


def submission_json(notebook: GradedNotebook, language: str = "en") -> dict[str, Any]:
    """One entry of the report's `submissions`."""
    return {
        "student": notebook.student,
        "notebook": notebook.notebook,
        "exercises": [
            {
                "id": judgement.exercise,
                "verdict": judgement.kind,
                "points": judgement.points,
                "max_points": judgement.max_points,
                "mistakes": list(judgement.mistakes),
                "first_wrong_epoch": judgement.first_wrong_epoch,
                "message": render(judgement, language).plain(),
            }
            for judgement in notebook.judgements
        ],
    }


def to_junit(graded: Sequence[GradedNotebook], language: str = "en") -> str:
    """JUnit XML: a test suite per notebook, a test case per exercise."""
    root = ElementTree.Element("testsuites", name="leadin")
    root.extend(
        junit_suite(notebook.notebook, [notebook], language=language) for notebook in graded
    )
    ElementTree.indent(root)
    return ElementTree.tostring(root, encoding="unicode", xml_declaration=True) + "\n"


def junit_suite(
    name: str, graded: Sequence[GradedNotebook], belongs_to: str = "", language: str = "en"
) -> ElementTree.Element:
    """JUnit's test suite, with a test case per exercise.

    Args:
        name: its name.
        graded: the verdicts.
        belongs_to: stands before the notebook's name in each case's class name.
        language: of the messages.
    """
    judgements = [judgement for notebook in graded for judgement in notebook.judgements]
    suite = ElementTree.Element(
        "testsuite",
        name=_xml_text(name),
        tests=str(len(judgements)),
        failures=str(sum(_junit_kind(each) == "failure" for each in judgements)),
        errors=str(sum(_junit_kind(each) == "error" for each in judgements)),
    )
    for notebook in graded:
        place = _xml_text(belongs_to + notebook.notebook.removesuffix(".ipynb"))
        for judgement in notebook.judgements:
            case = ElementTree.SubElement(
                suite, "testcase", classname=place, name=judgement.exercise
            )
            if kind := _junit_kind(judgement):
                names = " ".join(judgement.mistakes) or judgement.kind
                trouble = ElementTree.SubElement(case, kind, type=judgement.kind, message=names)
                trouble.text = _xml_text(render(judgement, language).plain())
    return suite


def to_markdown(graded: Sequence[GradedNotebook], language: str = "en") -> str:
    """A summary for a pull request or a run's page."""
    columns = _columns(["exercise", "verdict", "points", "mistakes"], language)
    lines = [f"**{total(graded).in_words(language)}**", "", f"| {' | '.join(columns)} |"]
    lines.append("| --- | --- | --- | --- |")
    judgements = [judgement for notebook in graded for judgement in notebook.judgements]
    for each in judgements:
        mark = "✓" if each.kind == "pass" else "✗"
        mistakes = ", ".join(f"`{mistake}`" for mistake in each.mistakes)
        points = _points(each, language)
        lines.append(f"| {each.exercise} | {mark} {each.kind} | {points} | {mistakes} |")
    for each in judgements:
        if _is_to_read(each):
            message = render(each, language).plain()
            # A fence longer than any in the message, which may quote the student.
            longest = max(map(len, re.findall(r"`+", message)), default=0)
            fence = "`" * max(3, longest + 1)
            lines += ["", f"{fence}text", message, fence]
    return "\n".join(lines) + "\n"


def to_table(graded: Sequence[GradedNotebook], language: str = "en") -> Group:
    """A table for people, with what to mend below it."""
    columns = ["notebook", "exercise", "verdict", "points", "mistakes"]
    table = _table(columns, language)
    messages = []
    for notebook in graded:
        for place, each in enumerate(notebook.judgements):
            table.add_row(
                "" if place else Text(notebook.notebook),
                each.exercise,
                Text(each.kind, _STYLES.get(each.kind, "red")),
                _points(each, language),
                ", ".join(each.mistakes),
            )
            if _is_to_read(each):
                messages.append(Text(f"\n{render(each, language).plain()}"))
    return Group(table, *messages, Text(f"\n{total(graded).in_words(language)}"))


def next_step(graded: Sequence[GradedNotebook], language: str = "en") -> str:
    """What a student does next: the first exercise, in the course's order, that does not pass.

    Then what keeps others from being looked at: nobody would find out otherwise.
    """
    open_ = [(book, each) for book in graded for each in book.judgements if each.kind != "pass"]
    if not open_:
        return say("report.all_pass", language)
    notebook, first = open_[0]
    step = say("report.next", language, exercise=first.exercise, notebook=notebook.notebook)
    shown = [first] if _is_to_read(first) else []
    shown += [each for _, each in open_[1:] if each.kind == "invalid" or _is_not_run(each)]
    return "\n\n".join([step, *(render(each, language).plain() for each in shown)])


def to_status(graded: Sequence[GradedNotebook], language: str = "en") -> Group:
    """Where a student stands, exercise by exercise, and what to do next."""
    table = _table(["lesson", "exercise", "state", "points"], language)
    for notebook in graded:
        for place, each in enumerate(notebook.judgements):
            table.add_row(
                "" if place else Text(notebook.notebook.removesuffix(".ipynb")),
                each.exercise,
                Text(_state(each, language), _STYLES.get(each.kind, "red")),
                _points(each, language),
            )
    summary = total(graded)
    score = say("report.score", language, points=summary.points, max_points=summary.max_points)
    return Group(table, Text(f"\n{score} {next_step(graded, language)}"))


def _state(verdict: Verdict, language: str) -> str:
    if _is_not_run(verdict):
        return say("report.not_run", language)
    return say(f"report.state.{verdict.kind}", language)


def _table(names: Sequence[str], language: str) -> Table:
    """A table that is cut short, on a narrow terminal, elsewhere than in the exercises' ids."""
    table = Table()
    for name, column in zip(names, _columns(names, language), strict=True):
        table.add_column(column, no_wrap=name == "exercise")
    return table


def _columns(names: Sequence[str], language: str) -> list[str]:
    return [say(f"report.column.{name}", language) for name in names]


def _points(verdict: Verdict, language: str) -> str:
    return say("report.points", language, points=verdict.points, max_points=verdict.max_points)


def _is_to_read(verdict: Verdict) -> bool:
    """Whether a verdict has more to say than its kind does."""
    if verdict.reason.more:
        return True
    return verdict.kind != "pass" and verdict.reason.id not in _SAYS_NOTHING_NEW


def _is_not_run(verdict: Verdict) -> bool:
    """Whether something was written, and stands where it is not run."""
    is_there = verdict.reason.id != NO_CELL.id
    return verdict.kind == "missing" and is_there and _is_to_read(verdict)


def _junit_kind(judgement: Verdict) -> str:
    if judgement.kind == "pass":
        return ""
    return "error" if judgement.kind in _ERRORS else "failure"


def _xml_text(text: str) -> str:
    """Without the characters that XML 1.0 can't hold."""
    return re.sub(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", "�", text)
