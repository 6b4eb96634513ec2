"""Every number in a lesson's text comes from a cell: it is printed, or it stands in code."""

import itertools
import re
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import nbformat
import pytest

from leadin.course import LESSONS, Lesson
from leadin.notebook.roles import is_exercise

SOLUTIONS = Path(__file__).parents[2] / "solutions"

_NUMBER = re.compile(r"(?<![\w.^{])-?\d+(?:\.\d+)?(?:e[+-]?\d+)?(?![\w.]*\w)")
#: What a text has numbers in that are no results: links, HTML, formulas, and how long things take.
_NO_RESULT = re.compile(
    r"\]\([^)]*\)|<[^>]+>|\$\$.*?\$\$|\$[^$\n]+\$|\*\d+ minutes[^*]*\*|```.*?```|about \d+ minutes"
    r"|\*\*Predict.*?(?:\n\n|\Z)"  # a question may name what is wrong
    r"|\b(?:19|20)\d\d\b"  # a year
    r"|[Ll]essons? \d+[\d, andto–-]*|Exercises? \d+( of \d+)?|epochs? \d+[\d, andto–-]*|Hint \d",
    re.DOTALL,
)


def numbers(text: str) -> list[str]:
    return _NUMBER.findall(text.replace("\N{MINUS SIGN}", "-").replace(",", " ,"))


def is_a_result(number: str) -> bool:
    """Whether it is more than a small whole number, which any sentence may have."""
    digits = number.lstrip("-")
    return "." in digits or "e" in digits or len(digits) > 2


def shown(cells: list[Any]) -> Iterator[str]:
    """The numbers that code has or prints."""
    for cell in cells:
        if cell.cell_type == "code":
            yield from numbers(cell.source.replace("_", ""))
            for output in cell.outputs:
                texts = [output.get("text", ""), *output.get("data", {}).values()]
                if "traceback" in output:
                    texts.append("\n".join(output.traceback))
                for text in texts:
                    if isinstance(text, str):
                        yield from numbers(text)


def rounds_to(printed: Decimal, told: str) -> bool:
    """Whether a printed number is told with fewer digits, cut or rounded, or without its sign."""
    digits = Decimal(told)
    quantum = Decimal(1).scaleb(int(digits.as_tuple().exponent))
    return abs(abs(printed) - abs(digits)) < quantum


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda lesson: lesson.name)
def test_every_number_of_the_text_comes_from_a_cell(lesson: Lesson) -> None:
    cells = nbformat.read(SOLUTIONS / f"{lesson.name}.ipynb", as_version=4).cells
    printed = {Decimal(each) for each in shown(cells)}
    # What a task shows of its function is held to be true elsewhere.
    tasks = {before.id for before, cell in itertools.pairwise(cells) if is_exercise(cell)}
    texts = {cell.id: _NO_RESULT.sub(" ", cell.source) for cell in cells}
    invented = {
        f"{cell.id}: {number}"
        for cell in cells
        if cell.cell_type == "markdown" and cell.id not in tasks
        for number in filter(is_a_result, numbers(texts[cell.id]))
        if not any(rounds_to(each, number) for each in printed)
    }
    assert sorted(invented) == []
