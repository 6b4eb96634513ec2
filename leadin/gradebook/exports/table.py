"""The gradebook as tables for spreadsheets and learning platforms.

`gradebook.csv` opens in Excel and LibreOffice. Moodle imports it under Grades, Import, CSV file:
map `student` to the students' names or ids, and `total` or an exercise to a grade item.
`canvas.csv` has the columns by which Canvas knows its own gradebook, for Grades, Import: a student
is found by login or name, and an exercise becomes the assignment of that name.
"""

import csv
import re
from collections.abc import Callable, Iterable
from typing import Any, TextIO

from leadin.course import EXERCISES
from leadin.gradebook.results import GradedStudent

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
