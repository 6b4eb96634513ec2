"""A notebook file -> its code cells, and which of them belong to an exercise."""

import json
import re
import warnings
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import nbformat

from leadin.course import EXERCISES, AnyExercise
from leadin.judging.source import parse_cell
from leadin.notebook.file_text import UnreadableError, read_json
from leadin.notebook.magics import read_magics
from leadin.notebook.roles import check_call, checked_by, grade_id, is_stub
from leadin.observe import plain_text

__all__ = ["Cell", "Submission", "UnreadableError", "read_submission"]

#: A larger file is no student's notebook, and reading it could exhaust memory.
MAX_BYTES = 50_000_000
#: Checking the form of a notebook takes time for each of its cells.
MAX_CELLS = 2_000


@dataclass(frozen=True)
class Cell:
    """One code cell, or an exercise's cell of another type.

    Attributes:
        source: its text, to be run as it is: without the magics that only measure it.
        answers: id of the exercise that it answers, if any.
        checks: id of the exercise that it checks, if any.
        function: for a check, the name of the function that it passes; for a text that is Python,
            of the one that it would define.
        is_given: it is a check cell as the lesson has it, not one that the student has added.
        not_run: what keeps its text from being run as Python: `markdown`, `raw`, or a magic such
            as `%%html`; empty for nothing.
    """

    source: str
    answers: str | None = None
    checks: str | None = None
    function: str | None = None
    is_given: bool = False
    not_run: str = ""


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
    def exercises(self) -> list[AnyExercise]:
        """The exercises that it has a cell of, in the course's order."""
        found = {cell.answers for cell in self.cells} | {cell.checks for cell in self.cells}
        return [exercise for id_, exercise in EXERCISES.items() if id_ in found]

    def answer(self, exercise: AnyExercise) -> int | None:
        """Index of the cell that answers an exercise.

        Of several, that is the last one before the check that is more than a stub; where there is
        none, what stands behind the check.
        """
        copies, stubs = self.copies(exercise), self.stubs(exercise)
        check = self.check(exercise)
        written = [i for i in copies if i not in stubs]
        before = [i for i in written or copies if check is None or i <= check]
        found = before or written or copies
        return found[-1] if found else None

    def copies(self, exercise: AnyExercise) -> list[int]:
        """Indexes of all cells that could answer an exercise: stubs, attempts and the answer.

        Those are the cells with its id. Where all of these are stubs, or an editor has dropped the
        ids, cells that define the function count too: no lesson has one of its own.
        """
        runs = [(i, cell) for i, cell in enumerate(self.cells) if not cell.not_run]
        marked = [i for i, cell in runs if cell.answers == exercise.id]
        if not all(is_stub(self.cells[i].source, exercise.function) for i in marked):
            return marked
        others = [i for i, cell in runs if not cell.answers and _defines(cell, exercise)]
        return sorted(marked + others)

    def not_run(self, exercise: AnyExercise) -> str:
        """What keeps a cell that should answer an exercise from being run (see Cell), if any."""
        for cell in self.cells:
            is_named = cell.function == exercise.function or _defines(cell, exercise)
            if cell.not_run and (cell.answers == exercise.id or (not cell.answers and is_named)):
                return cell.not_run
        return ""

    def stubs(self, exercise: AnyExercise) -> list[int]:
        """Indexes of those in which nothing was written yet."""
        copies = self.copies(exercise)
        return [i for i in copies if is_stub(self.cells[i].source, exercise.function)]

    def judged_at(self, exercise: AnyExercise) -> tuple[int, str] | None:
        """After which cell a function is called to be judged, and the name of the function.

        That is the check: what it gets is what Restart & Run All would show the student. But a stub
        beside an answer is no answer: where one stands before the check and the answer behind it,
        or one between the two would take the answer's place, the check has judged nothing, and the
        function is called where it is defined. None where there is neither answer nor check.
        """
        answer, check = self.answer(exercise), self.check(exercise)
        place = answer if check is None else check
        if place is None:
            return None
        function = self.cells[place].function or exercise.function
        if answer is not None and answer not in (stubs := self.stubs(exercise)):
            first, last = sorted((answer, place))
            if any(first < stub < last or stub < place < answer for stub in stubs):
                place = answer
        return place, function

    def check(self, exercise: AnyExercise) -> int | None:
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
        data = _read_bytes(path)
    except OSError as error:
        why = error.strerror or type(error).__name__
        raise UnreadableError("does_not_open", notebook=path.name, why=why) from error
    content = _without_outputs(read_json(data, path.name), path.name)
    try:
        with warnings.catch_warnings():
            # Missing or doubled cell ids are mended while reading, and no student's fault.
            warnings.simplefilter("ignore")
            notebook = nbformat.reads(json.dumps(content), as_version=4)
        cells = [_read_cell(cell) for cell in notebook.cells]
    except Exception as error:  # nbformat raises whatever a malformed file makes it stumble over
        raise _unfit(content, error, path.name) from error
    return Submission(tuple(cell for cell in cells if cell), folder)


def _read_bytes(path: Path) -> bytes:
    """Read a file that is no larger than a notebook.

    Raises:
        OSError: it can't be opened.
        UnreadableError: it is no file, too large, or empty.
    """
    if path.is_dir():
        raise UnreadableError("is_folder", notebook=path.name)
    if path.exists() and not path.is_file():
        raise UnreadableError("is_no_file", notebook=path.name)
    with path.open("rb") as file:
        data = file.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        most = MAX_BYTES // 1_000_000
        raise UnreadableError("is_too_large", notebook=path.name, megabytes=most)
    if not data:
        raise UnreadableError("is_empty", notebook=path.name)
    return data


def _unfit(content: dict[str, Any], error: Exception, name: str) -> UnreadableError:
    """Why JSON is not taken for a notebook."""
    newest, version = nbformat.current_nbformat, content["nbformat"]
    if type(version) is not int or not 1 <= version <= newest:
        said = plain_text(str(version)[:20])
        return UnreadableError("has_unknown_format", notebook=name, format=said)
    if version < newest:
        return UnreadableError("has_old_format", notebook=name, format=str(version))
    for position, cell in enumerate(_list(content.get("cells")), 1):
        if not isinstance(cell, dict) or not {"cell_type", "metadata", "source"} <= cell.keys():
            return UnreadableError("has_broken_cell", notebook=name, cell=position)
    why = str(error).strip().partition("\n")[0][:200] or type(error).__name__
    return UnreadableError("is_no_notebook", notebook=name, why=plain_text(why))


def _without_outputs(notebook: Any, name: str) -> dict[str, Any]:
    """The notebook without what its cells have shown: large, often broken, and not judged.

    Raises:
        UnreadableError: it has no cells, or more than anybody writes.
    """
    if not isinstance(notebook, dict):
        raise UnreadableError("has_no_cells", notebook=name)
    # Formats 2 and 3 have their cells in worksheets.
    sheets = _dicts([notebook, *_list(notebook.get("worksheets"))])
    if not any(isinstance(sheet.get("cells"), list) for sheet in sheets):
        raise UnreadableError("has_no_cells", notebook=name)
    cells = [cell for sheet in sheets for cell in _list(sheet.get("cells"))]
    if len(cells) > MAX_CELLS:
        number = len(cells)
        raise UnreadableError("has_too_many_cells", notebook=name, cells=number, most=MAX_CELLS)
    for cell in _dicts(cells):
        if cell.get("outputs"):
            cell["outputs"] = []
    # Taken for format 1, which did not say so either, its cells would come out empty.
    notebook.setdefault("nbformat", nbformat.current_nbformat)
    return notebook


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def _dicts(values: Sequence[Any]) -> list[dict[str, Any]]:
    return [value for value in values if isinstance(value, dict)]


def _defines(cell: Cell, exercise: AnyExercise) -> bool:
    """Whether a cell defines the function of an exercise."""
    name = exercise.function
    return bool(re.search(rf"^(?:def\s+{name}\b|{name}\s*=)", cell.source, re.MULTILINE))


def _function_in_text(source: str) -> str | None:
    """The function that a text would define, were it not all Python in a cell of another type."""
    found = re.search(r"^def\s+(\w+)", source, re.MULTILINE)
    return found[1] if found and parse_cell(source) else None


def _read_cell(cell: Any) -> Cell | None:
    """A code cell, or an exercise's that is none any more; None for any other."""
    id_ = grade_id(cell)
    if cell.cell_type != "code":
        kind, name = str(cell.cell_type), _function_in_text(str(cell.source))
        if id_ in EXERCISES:
            return Cell("", answers=id_, not_run=kind)
        return Cell("", function=name, not_run=kind) if name else None
    source, magic = read_magics(str(cell.source))
    if id_ in EXERCISES:
        return Cell(source, answers=id_, not_run=magic)
    call = check_call(source)
    given = checked_by(cell)
    if given in EXERCISES:
        named = call.function if call and call.exercise == given else ""
        function = named or EXERCISES[given].function
        return Cell(source, checks=given, function=function, is_given=True)
    if call and call.exercise in EXERCISES:
        function = call.function or EXERCISES[call.exercise].function
        return Cell(source, checks=call.exercise, function=function)
    return Cell(source, not_run=magic)
