"""An error's line is the one that the student wrote, at the number that the student counts."""

import pytest

from leadin.judging.place import place
from leadin.observe import ErrorReport

CELL = "\n\n# mine\n!pip list\nx = 1\n\nx = 1\n"
TIMED = "%%time\nx = 1\ny = 2"


def raised(number: int | None, line: str) -> ErrorReport:
    return ErrorReport("ValueError", "", number, line)


@pytest.mark.parametrize(
    ("reported", "answer", "number", "line"),
    [
        ((5, "x = 1"), CELL, 5, "x = 1"),
        ((3, "x = 1"), CELL, 5, "x = 1"),
        ((6, "x = 1"), CELL, 7, "x = 1"),
        ((2, "get_ipython().system('pip list')"), CELL, 4, "!pip list"),
        ((1, ""), TIMED, 2, "x = 1"),
        ((2, ""), TIMED, 3, "y = 2"),
        ((3, ""), TIMED, None, ""),
        ((2, ""), "x = 1\ny = 2", 2, "y = 2"),
        ((None, ""), CELL, None, ""),
        # What is in no cell stays as it was reported.
        ((9, "x = 1"), CELL, 9, "x = 1"),
        ((2, "z = 3"), CELL, 2, "z = 3"),
        ((2, "z = 3"), "", 2, "z = 3"),
    ],
)
def test_a_line_is_found_where_it_was_written(
    reported: tuple[int | None, str], answer: str, number: int | None, line: str
) -> None:
    placed = place(raised(*reported), answer, [])
    assert (placed.error.line_number, placed.error.line) == (number, line)
    assert not placed.is_earlier


def test_a_function_alone_is_found_in_the_cell_that_was_run() -> None:
    function = "def f():\n    return 1 / 0"
    placed = place(raised(2, "return 1 / 0"), function, ["x = 1", f"\n\n{function}\nf()"])
    assert (placed.error.line_number, placed.is_earlier) == (4, False)


def test_of_two_cells_with_a_line_the_later_one_has_it() -> None:
    cells = ["z = 3", "\nz = 3", "\n\nz = 4"]
    placed = place(raised(1, "z = 3"), CELL, cells)
    assert (placed.error.line_number, placed.is_earlier) == (2, True)
