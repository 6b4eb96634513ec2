"""How long a lesson takes, counted from its cells: a promise that can be checked."""

import re
from collections.abc import Iterable

from nbformat import NotebookNode

from leadin.authoring.derive import derive
from leadin.course import AnyExercise
from leadin.notebook.roles import Role, has_role, is_check

#: Words of a technical text that are read in a minute.
WORDS = 180
#: Lines of code that are read in a minute.
LINES = 20

#: A fold holds what is worth having, but not needed.
_FOLD = re.compile(r"<details>.*?</details>", re.DOTALL)
_TAG = re.compile(r"<[^>]+>")
#: The target of a link or a picture: not read.
_TARGET = re.compile(r"\]\([^)]*\)")


def minutes(solution: NotebookNode, exercises: Iterable[AnyExercise]) -> float:
    """Count the minutes of a lesson.

    Args:
        solution: its notebook. What the student sees of it counts: a stub, not the solution.
        exercises: those of the lesson.

    Returns:
        Minutes for reading its words and its code, one for each prediction, and what its exercises
        say of themselves. Folds, checks and helpers count nothing.
    """
    # In the lesson answers are folded away, and yet they are read.
    words = sum(_words(cell.source) for cell in solution.cells if cell.cell_type == "markdown")
    lines = sum(_lines(cell.source) for cell in derive(solution).cells if _is_read(cell))
    predictions = sum(has_role(cell, Role.PREDICT) for cell in solution.cells)
    return words / WORDS + lines / LINES + predictions + sum(each.minutes for each in exercises)


def _words(text: str) -> int:
    return len(_TAG.sub(" ", _TARGET.sub("]", _FOLD.sub(" ", text))).split())


def _lines(source: str) -> int:
    return sum(bool(line.strip()) for line in source.split("\n"))


def _is_read(cell: NotebookNode) -> bool:
    return cell.cell_type == "code" and not is_check(cell) and not has_role(cell, Role.HELPER)
