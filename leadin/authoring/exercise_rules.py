"""What an exercise in a notebook must be, so that Leadin, nbgrader and the definitions agree."""

from collections.abc import Mapping
from typing import Protocol

from nbformat import NotebookNode

from leadin.authoring.notebooks import Finding
from leadin.notebook.roles import (
    check_call,
    check_metadata,
    checked_by,
    is_exercise,
    nbgrader,
    solution_metadata,
)


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
        elif nbgrader(cell).get("solution") is True:
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
    key = str(nbgrader(cell).get("grade_id"))
    if key not in exercises:
        return [Finding(cell.id, f"has grade_id {key!r}, which no exercise is defined for")]
    exercise = exercises[key]
    if exercise.lesson != lesson:
        return [Finding(cell.id, f"is exercise {key!r}, which belongs to {exercise.lesson}")]
    if key in seen:
        return [Finding(cell.id, f"is exercise {key!r} a second time: keep one")]
    seen.add(key)
    wrong = _differences(nbgrader(cell), solution_metadata(key))
    findings = [Finding(cell.id, f"has wrong nbgrader metadata: set {wrong}")] if wrong else []
    return findings + _check_findings(cell, following, exercise)


def _check_findings(
    cell: NotebookNode, following: NotebookNode | None, exercise: ExerciseLike
) -> list[Finding]:
    call = f'check("{exercise.id}", {exercise.function})'
    check = check_metadata(exercise.id, exercise.points)
    called = None if following is None else check_call(following.source)
    is_called = called == (exercise.id, exercise.function)
    if following is None or not (is_called or checked_by(following) == exercise.id):
        return [Finding(cell.id, f"has no check: let the next code cell be `{call}`")]
    wrong = _differences(nbgrader(following), check)
    findings = [Finding(following.id, f"has wrong nbgrader metadata: set {wrong}")] if wrong else []
    if not is_called:
        findings.append(Finding(following.id, f"does not check its exercise: call `{call}`"))
    return findings


def _differences(actual: Mapping[str, object], expected: Mapping[str, object]) -> str:
    """List the settings to change, such as `points=4, locked=True`; empty where all agree."""
    wrong = {key: value for key, value in expected.items() if actual.get(key) != value}
    return ", ".join(f"{key}={value!r}" for key, value in wrong.items())
