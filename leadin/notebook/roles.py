"""What part a cell plays in a lesson: the one place that says so.

Most parts are tags. An exercise is a code cell with the tag `exercise` and nbgrader's metadata of a
solution, whose `grade_id` is the exercise's id; the next code cell is its check, nbgrader's locked
test cell.
"""

import ast
import re
from collections.abc import Mapping
from enum import StrEnum
from typing import Any, NamedTuple

from leadin.judging.source import parse_cell


class Role(StrEnum):
    """The parts that a cell can play, by the tag that says so."""

    #: A text that asks what the code after it will show.
    PREDICT = "predict"
    #: A text that answers what was asked before the code.
    ANSWER = "answer"
    #: A text that says what to see in the figure before it.
    CAPTION = "caption"
    #: A text on an error, or a table of errors.
    ERROR = "error"
    #: A text on a mistake that raises no error, or a table of such.
    TRAP = "trap"
    #: A code cell for the student to fill in.
    EXERCISE = "exercise"
    #: A code cell that only draws or prints, which nobody needs to read.
    HELPER = "helper"


#: Jupyter's own mark on a cell that is meant to fail: Run All carries on after it.
MEANT_TO_FAIL = "raises-exception"

#: What stands around the part that a student writes.
BEGIN, END = "### BEGIN SOLUTION", "### END SOLUTION"

_CHECK_ENDING = "-check"
#: Read without a syntax tree: a student's cell may not parse.
_CHECK_CALL = re.compile(
    r"""^[ \t]*check\(\s*["']([\w-]+)["']\s*,(?:\s*([A-Za-z_]\w*)\s*\))?""", re.MULTILINE
)


class CheckCall(NamedTuple):
    """A call of the check.

    Attributes:
        exercise: the id that it is given.
        function: the name that it passes; empty where it passes something else than a name.
    """

    exercise: str
    function: str


def nbgrader(cell: Any) -> Mapping[str, object]:
    """Nbgrader's metadata of a cell of any notebook; empty where there is none to speak of."""
    metadata = cell.metadata.get("nbgrader", {})
    return metadata if isinstance(metadata, Mapping) else {}


def grade_id(cell: Any) -> str:
    """The id that nbgrader knows a cell by; may be empty."""
    found = nbgrader(cell).get("grade_id", "")
    return found if isinstance(found, str) else ""


def checked_by(cell: Any) -> str:
    """The exercise that a cell is the lesson's own check of; empty where it is none."""
    found = grade_id(cell)
    return found.removesuffix(_CHECK_ENDING) if found.endswith(_CHECK_ENDING) else ""


def has_role(cell: Any, role: Role) -> bool:
    """Whether a cell has the tag of a role, and is a text or code as that role is."""
    kind = "code" if role in (Role.EXERCISE, Role.HELPER) else "markdown"
    return cell.cell_type == kind and role in cell.metadata.get("tags", [])


def is_exercise(cell: Any) -> bool:
    """Whether a cell is a code cell tagged `exercise`."""
    return has_role(cell, Role.EXERCISE)


def is_check(cell: Any) -> bool:
    """Whether a cell is the check of an exercise."""
    return bool(nbgrader(cell).get("grade"))


def check_call(source: str) -> CheckCall | None:
    """The first call of the check that begins a line of a cell."""
    found = _CHECK_CALL.search(source)
    return CheckCall(found[1], found[2] or "") if found else None


def is_stub(source: str, function: str) -> bool:
    """Whether a cell's function, or one within it, does nothing but raise NotImplementedError.

    Args:
        source: text of the cell that answers an exercise.
        function: name of the function that it defines.
    """
    tree = parse_cell(source)
    for node in tree.body if tree else ():
        if isinstance(node, ast.FunctionDef) and node.name == function:
            within = (each for each in ast.walk(node) if isinstance(each, ast.FunctionDef))
            return any(map(_only_raises, within))
    return False


def _only_raises(function: ast.FunctionDef) -> bool:
    *before, last = function.body
    only_docstring = len(before) == (ast.get_docstring(function) is not None)
    return (
        only_docstring
        and isinstance(last, ast.Raise)
        and "NotImplementedError" in ast.unparse(last)
    )


def solution_metadata(exercise: str) -> dict[str, object]:
    """Nbgrader's metadata of an exercise's cell."""
    return {
        "grade": False,
        "grade_id": exercise,
        "locked": False,
        "schema_version": 3,
        "solution": True,
        "task": False,
    }


def check_metadata(exercise: str, points: int) -> dict[str, object]:
    """Nbgrader's metadata of the cell that checks an exercise."""
    return {
        "grade": True,
        "grade_id": f"{exercise}{_CHECK_ENDING}",
        "locked": True,
        "points": points,
        "schema_version": 3,
        "solution": False,
        "task": False,
    }
