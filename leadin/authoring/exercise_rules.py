"""What an exercise in a notebook must be, so that Leadin, nbgrader and the definitions agree."""

import ast
from collections.abc import Mapping
from typing import Protocol

from nbformat import NotebookNode

from leadin.authoring.derive import is_exercise
from leadin.authoring.notebooks import Finding
from leadin.judging.source import parse_cell


class ExerciseLike(Protocol):
    """What is needed of an exercise's definition."""

    @property
    def id(self) -> str:
        """The exercise's id, such as `08-train-linear`."""

    @property
    def lesson(self) -> str:
        """The notebook's name without its ending, such as `08_training_linear`."""

    @property
    def function(self) -> str:
        """The name of the function that a student writes."""

    @property
    def points(self) -> int:
        """What a right answer is worth."""


Exercises = Mapping[str, ExerciseLike]


def exercise_findings(notebook: NotebookNode, lesson: str, exercises: Exercises) -> list[Finding]:
    """Say what is wrong with the exercises of one notebook.

    Args:
        notebook: the solution notebook.
        lesson: its file name without the ending.
        exercises: the definitions by id.
    """
    code = [cell for cell in notebook.cells if cell.cell_type == "code"]
    findings: list[Finding] = []
    seen: set[str] = set()
    for cell, following in zip(code, [*code[1:], None], strict=True):
        if is_exercise(cell):
            findings += _cell_findings(cell, following, lesson, exercises, seen)
        elif _nbgrader(cell).get("solution") is True:
            text = "is a solution for nbgrader only: tag the cell `exercise`"
            findings.append(Finding(cell.id, text))
    return findings + [
        Finding(None, f"has no cell for exercise {key!r}: add it, or mend the definition's lesson")
        for key, exercise in exercises.items()
        if exercise.lesson == lesson and key not in seen
    ]


def _cell_findings(
    cell: NotebookNode,
    following: NotebookNode | None,
    lesson: str,
    exercises: Exercises,
    seen: set[str],
) -> list[Finding]:
    """Judge one exercise cell with the code cell that follows it; add its id to `seen`."""
    key = str(_nbgrader(cell).get("grade_id"))
    if key not in exercises:
        return [Finding(cell.id, f"has grade_id {key!r}, which no exercise is defined for")]
    exercise = exercises[key]
    if exercise.lesson != lesson:
        return [Finding(cell.id, f"is exercise {key!r}, which belongs to {exercise.lesson}")]
    if key in seen:
        return [Finding(cell.id, f"is exercise {key!r} a second time: keep one")]
    seen.add(key)
    wrong = _differences(_nbgrader(cell), solution_metadata(key))
    findings = [Finding(cell.id, f"has wrong nbgrader metadata: set {wrong}")] if wrong else []
    return findings + _check_findings(cell, following, exercise)


def _check_findings(
    cell: NotebookNode, following: NotebookNode | None, exercise: ExerciseLike
) -> list[Finding]:
    call = f'check("{exercise.id}", {exercise.function})'
    check = check_metadata(exercise.id, exercise.points)
    is_check = following is not None and (
        _nbgrader(following).get("grade_id") == check["grade_id"] or _calls(following, exercise)
    )
    if following is None or not is_check:
        return [Finding(cell.id, f"has no check: let the next code cell be `{call}`")]
    wrong = _differences(_nbgrader(following), check)
    findings = [Finding(following.id, f"has wrong nbgrader metadata: set {wrong}")] if wrong else []
    if not _calls(following, exercise):
        findings.append(Finding(following.id, f"does not check its exercise: call `{call}`"))
    return findings


def _nbgrader(cell: NotebookNode) -> Mapping[str, object]:
    metadata = cell.metadata.get("nbgrader", {})
    return metadata if isinstance(metadata, Mapping) else {}


def solution_metadata(key: str) -> dict[str, object]:
    """Nbgrader's metadata of an exercise's cell."""
    return {
        "grade": False,
        "grade_id": key,
        "locked": False,
        "schema_version": 3,
        "solution": True,
        "task": False,
    }


def check_metadata(key: str, points: int) -> dict[str, object]:
    """Nbgrader's metadata of the cell that checks an exercise."""
    return {
        "grade": True,
        "grade_id": f"{key}-check",
        "locked": True,
        "points": points,
        "schema_version": 3,
        "solution": False,
        "task": False,
    }


def _differences(actual: Mapping[str, object], expected: Mapping[str, object]) -> str:
    """List the settings to change, such as `points=4, locked=True`; empty where all agree."""
    wrong = {key: value for key, value in expected.items() if actual.get(key) != value}
    return ", ".join(f"{key}={value!r}" for key, value in wrong.items())


def _calls(cell: NotebookNode, exercise: ExerciseLike) -> bool:
    """Say whether a cell calls `check(<the exercise's id>, <its function>)`."""
    tree = parse_cell(cell.source)
    return tree is not None and any(
        isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id == "check"
        and [_plain(argument) for argument in node.args[:2]] == [exercise.id, exercise.function]
        for node in ast.walk(tree)
    )


def _plain(argument: ast.expr) -> object:
    if isinstance(argument, ast.Name):
        return argument.id
    return argument.value if isinstance(argument, ast.Constant) else None
