"""The reports on a class that other programs read."""

import csv
import json
import re
from collections.abc import Callable, Iterable, Sequence
from typing import Any, TextIO
from xml.etree import ElementTree

from leadin.course import EXERCISES
from leadin.gradebook.store import GradedStudent
from leadin.judging import Verdict
from leadin.running.grade import GradedNotebook
from leadin.running.isolation.in_force import Isolation
from leadin.running.reports import junit_suite, submission_json, total
from leadin.words import render, say


class JsonReport:
    """The JSON contract (schema 1), with a submission on each line.

    What kept student code to itself is known last, so it stands behind the submissions.
    """

    def __init__(self, file: TextIO) -> None:
        """Write the beginning."""
        self._file = file
        self._between = ""
        file.write('{"schema": 1, "submissions": [')

    def add(self, graded: GradedStudent) -> None:
        """Write a student's submissions."""
        for notebook in graded.notebooks:
            text = json.dumps(submission_json(notebook), ensure_ascii=False)
            self._file.write(f"{self._between}\n{text}")
            self._between = ","

    def end(self, isolation: Isolation | None) -> None:
        """Write the end.

        Args:
            isolation: what kept everyone's code to itself; None where none was run.
        """
        self._file.write("\n]")
        if isolation:
            self._file.write(f',\n"isolation": {json.dumps(isolation.to_json())}')
        self._file.write("}\n")


class JUnitReport:
    """JUnit XML: a test suite per student, a test case per exercise."""

    def __init__(self, file: TextIO) -> None:
        """Write the beginning."""
        self._file = file
        file.write("<?xml version='1.0' encoding='utf-8'?>\n<testsuites name=\"leadin\">\n")

    def add(self, graded: GradedStudent) -> None:
        """Write a student's suite."""
        # Programs that keep track of test cases know them by class name and name alone.
        suite = junit_suite(graded.student, graded.notebooks, belongs_to=f"{graded.student}/")
        ElementTree.indent(suite)
        self._file.write(ElementTree.tostring(suite, encoding="unicode") + "\n")

    def end(self) -> None:
        """Write the end."""
        self._file.write("</testsuites>\n")


#: Excel takes a CSV file for UTF-8 if it begins with a byte order mark; the platforms skip it.
ENCODING = "utf-8-sig"

#: What makes a spreadsheet compute instead of show, at the start of a cell; East Asian forms too.
_FORMULA = re.compile(r"\s*[=+\-@＝＋－＠]")


class Gradebook:
    """A row per student: the total, then points by exercise, then verdicts by exercise."""

    def __init__(self, file: TextIO) -> None:
        """Write the header.

        Args:
            file: open with ENCODING and `newline=""`.
        """
        self._write = _writer(file)
        verdicts = (f"{id_} verdict" for id_ in EXERCISES)
        self._write(["student", "total", "max", "percent", *EXERCISES, *verdicts])

    def add(self, graded: GradedStudent) -> None:
        """Write a student's row."""
        by_id = {each.exercise: each for each in graded.judgements}
        found = [by_id.get(id_) for id_ in EXERCISES]
        percent = round(100 * graded.points / graded.max_points, 1) if graded.max_points else 0.0
        self._write(
            [
                harmless(graded.student),
                graded.points,
                graded.max_points,
                percent,
                *(each.points if each else "" for each in found),
                *(each.kind if each else "" for each in found),
            ]
        )


class Canvas:
    """The same points, in the columns that Canvas imports."""

    def __init__(self, file: TextIO) -> None:
        """Write the header, and the row that says what each exercise is worth.

        Args:
            file: open with ENCODING and `newline=""`.
        """
        self._write = _writer(file)
        self._write(["Student", "ID", "SIS Login ID", "Section", *EXERCISES])
        worth = (exercise.points for exercise in EXERCISES.values())
        self._write(["    Points Possible", "", "", "", *worth])

    def add(self, graded: GradedStudent) -> None:
        """Write a student's row."""
        name = harmless(graded.student)
        points = {each.exercise: each.points for each in graded.judgements}
        self._write([name, "", name, "", *(points.get(id_, "") for id_ in EXERCISES)])


def harmless(text: str) -> str:
    """A text that stays one cell on one line, and text: no spreadsheet takes it for a formula."""
    line = re.sub(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]+", " ", text)
    return f"'{line}" if _FORMULA.match(line) else line


def _writer(file: TextIO) -> Callable[[Iterable[Any]], Any]:
    # Texts in quotes: where a spreadsheet splits cells at semicolons, none in a name splits it.
    return csv.writer(file, quoting=csv.QUOTE_NONNUMERIC).writerow


def to_gradescope(graded: Sequence[GradedNotebook], failure: str = "") -> dict[str, Any]:
    """Gradescope's results for one submission: a test per exercise.

    Every format is given as plain text, because Gradescope would take the top-level output for
    HTML, and messages quote the student.

    Args:
        graded: the submission's notebooks.
        failure: why it could not be graded at all.
    """
    output = say("report.not_graded", why=failure) if failure else total(graded).in_words()
    tests = [_test(each) for notebook in graded for each in notebook.judgements]
    return {
        "score": sum(test["score"] for test in tests),
        "output": output,
        "output_format": "text",
        "test_name_format": "text",
        "test_output_format": "text",
        "visibility": "visible",
        "tests": tests,
    }


def _test(verdict: Verdict) -> dict[str, Any]:
    is_right = verdict.kind == "pass"
    return {
        "name": f"{verdict.exercise}: {say('kind.' + verdict.kind)}",
        "score": verdict.points,
        "max_score": verdict.max_points,
        "status": "passed" if is_right else "failed",
        "output": render(verdict).plain(),
        "tags": list(verdict.mistakes),
    }
