"""A notebook file -> its code cells, and which of them belong to an exercise."""

import json
import re
import warnings
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import nbformat

from leadin.course import EXERCISES, Exercise
from leadin.judging import Reason
from leadin.notebook.roles import check_call, checked_by, grade_id

#: A larger file is no student's notebook, and reading it could exhaust memory.
MAX_BYTES = 50_000_000
#: Checking the form of a notebook takes time for each of its cells.
MAX_CELLS = 2_000


class UnreadableError(Exception):
    """A file that is no notebook.

    Attributes:
        reason: why.
    """

    def __init__(self, id_: str, **fields: str | int) -> None:
        self.reason = Reason(id_, fields)
        super().__init__(self.reason)


@dataclass(frozen=True)
class Cell:
    """One code cell.

    Attributes:
        source: its text.
        answers: id of the exercise that it answers, if any.
        checks: id of the exercise that it checks, if any.
        function: for a check, the name of the function that it passes.
        is_given: it is a check cell as the lesson has it, not one that the student has added.
    """

    source: str
    answers: str | None = None
    checks: str | None = None
    function: str | None = None
    is_given: bool = False


@dataclass(frozen=True)
class Submission:
    """A student's notebook.

    Attributes:
        cells: its code cells in order.
        folder: what its code finds in its current folder; None for nothing.
    """

    cells: tuple[Cell, ...]
    folder: Path | None = None

    @property
    def exercises(self) -> list[Exercise]:
        """The exercises that it has a cell of, in the course's order."""
        found = {cell.answers for cell in self.cells} | {cell.checks for cell in self.cells}
        return [exercise for id_, exercise in EXERCISES.items() if id_ in found]

    def answer(self, exercise: Exercise) -> int | None:
        """Index of the cell that answers an exercise.

        That is the cell with its id or, where an editor has dropped that, the last one before the
        check that defines the function.
        """
        marked = [i for i, cell in enumerate(self.cells) if cell.answers == exercise.id]
        if marked:
            return marked[0]
        name = re.compile(rf"^(?:def\s+{exercise.function}\b|{exercise.function}\s*=)", re.M)
        defining = [i for i, cell in enumerate(self.cells) if name.search(cell.source)]
        check = self.check(exercise)
        return next((i for i in reversed(defining) if check is None or i <= check), None)

    def check(self, exercise: Exercise) -> int | None:
        """Index of the cell that checks an exercise: the lesson's own, else the last one."""
        checks = [i for i, cell in enumerate(self.cells) if cell.checks == exercise.id]
        given = [i for i in checks if self.cells[i].is_given]
        return next(iter(given or reversed(checks)), None)


def read_submission(path: Path, folder: Path | None = None) -> Submission:
    """Read a notebook of any format version.

    Args:
        path: an .ipynb file.
        folder: what its code finds in its current folder; None for nothing.

    Returns:
        Its code cells.

    Raises:
        UnreadableError: there is no such file, it is too large, or it is no notebook.
    """
    try:
        if path.exists() and not path.is_file():
            raise UnreadableError("is_no_file", notebook=path.name)
        size = path.stat().st_size
        if size > MAX_BYTES:
            most = MAX_BYTES // 1_000_000
            raise UnreadableError("is_too_large", notebook=path.name, megabytes=most)
        if size == 0:
            raise UnreadableError("is_empty", notebook=path.name)
        with warnings.catch_warnings():
            # Missing or doubled cell ids are mended while reading, and no student's fault.
            warnings.simplefilter("ignore")
            # Some editors put a byte order mark before the text.
            text = _without_outputs(path.read_text("utf-8-sig"), path.name)
            notebook = nbformat.reads(text, as_version=4)
        cells = tuple(_read_cell(cell) for cell in notebook.cells if cell.cell_type == "code")
    except OSError as error:
        why = error.strerror or type(error).__name__
        raise UnreadableError("does_not_open", notebook=path.name, why=why) from error
    except UnreadableError:
        raise
    except Exception as error:  # nbformat raises whatever a malformed file makes it stumble over
        why = str(error).strip().partition("\n")[0][:200] or type(error).__name__
        raise UnreadableError("is_no_notebook", notebook=path.name, why=why) from error
    return Submission(cells, folder)


def _without_outputs(text: str, name: str) -> str:
    """The notebook without what its cells have shown: large, often broken, and not judged.

    Raises:
        ValueError: it is no JSON.
        UnreadableError: it is no JSON object, or has more cells than anybody writes.
    """
    notebook = json.loads(text)
    if not isinstance(notebook, dict):
        raise UnreadableError("has_no_cells", notebook=name)
    # Format 3 has its cells in worksheets.
    sheets = [notebook, *notebook.get("worksheets", [])]
    cells = [cell for sheet in sheets for cell in sheet.get("cells", [])]
    if len(cells) > MAX_CELLS:
        number = len(cells)
        raise UnreadableError("has_too_many_cells", notebook=name, cells=number, most=MAX_CELLS)
    for cell in cells:
        if cell.get("outputs"):
            cell["outputs"] = []
    return json.dumps(notebook)


def _read_cell(cell: Any) -> Cell:
    source = str(cell.source)
    if (id_ := grade_id(cell)) in EXERCISES:
        return Cell(source, answers=id_)
    call = check_call(source)
    given = checked_by(cell)
    if given in EXERCISES:
        named = call.function if call and call.exercise == given else ""
        function = named or EXERCISES[given].function
        return Cell(source, checks=given, function=function, is_given=True)
    if call and call.exercise in EXERCISES:
        function = call.function or EXERCISES[call.exercise].function
        return Cell(source, checks=call.exercise, function=function)
    return Cell(source)
