"""Where in a notebook the line stands that an error was raised in."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from leadin.observe import ErrorReport, plain_text

#: How IPython writes a line of its magic, or of the shell, before Python gets it.
_TRANSFORMED = "get_ipython()"
_MAGIC = ("%", "!")


@dataclass(frozen=True)
class Placed:
    """An error with its line as the student sees it.

    Attributes:
        error: the error; its number is that of the line in the student's cell.
        cell: text of the answer's cell, as far as it is known.
        is_earlier: the line stands in a cell before the answer's.
    """

    error: ErrorReport
    cell: str
    is_earlier: bool = False


def place(error: ErrorReport, answer: str, cells_before: Sequence[str]) -> Placed:
    """Find an error's line as it was written.

    IPython drops empty lines at a cell's top, rewrites magics, and hands on what stands below
    `%%time` as a cell of its own; so its numbers and lines are not always the student's.

    Args:
        error: as the process that ran the code reported it.
        answer: text of the exercise cell, or of the function alone.
        cells_before: texts of the cells before it; the answer's own may be among them.
    """
    whole = _whole_cell(answer, cells_before)
    if not error.line_number:
        return Placed(error, whole)
    lines = [plain_text(line.strip()) for line in whole.splitlines()]
    if (error.line and error.line in lines) or error.line.startswith(_TRANSFORMED):
        return Placed(_placed_in(error, lines) or error, whole)
    if not error.line:
        return Placed(_below_magic(error, lines), whole)
    for cell in reversed(cells_before):
        if earlier := _placed_in(error, [plain_text(line.strip()) for line in cell.splitlines()]):
            return Placed(earlier, whole, is_earlier=True)
    return Placed(error, whole)


def _whole_cell(answer: str, cells_before: Sequence[str]) -> str:
    """A check in a notebook knows the text of the function, and the cells that were run.

    Python has no text of a function from below `%%time`; it stands in the last cell with a magic.
    """
    if answer:
        return next((cell for cell in reversed(cells_before) if answer in cell), answer)
    return next((cell for cell in reversed(cells_before) if cell.lstrip().startswith("%%")), "")


def _placed_in(error: ErrorReport, lines: Sequence[str]) -> ErrorReport | None:
    """The same error with its place among these lines; None where it has none.

    Nothing that IPython does moves a line down: it stands at its number, or below.
    """
    is_magic = error.line.startswith(_TRANSFORMED)
    for number in range(max(1, error.line_number or 1), len(lines) + 1):
        line = lines[number - 1]
        if line.startswith(_MAGIC) if is_magic else line == error.line:
            return replace(error, line_number=number, line=line)
    return None


def _below_magic(error: ErrorReport, lines: Sequence[str]) -> ErrorReport:
    """The same error with the line that its number counts from a cell's magic, or its top, on."""
    magic = next((index for index, line in enumerate(lines) if line.startswith("%%")), -1)
    index = magic + (error.line_number or 1)
    if not 0 <= index < len(lines):
        return replace(error, line_number=None)
    return replace(error, line_number=index + 1, line=lines[index])
