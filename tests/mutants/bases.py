"""The right answers that mutants are made from."""

import ast
import functools
from collections.abc import Sequence
from pathlib import Path

from leadin.course import Exercise
from leadin.judging.source import parse_cell, with_helpers
from leadin.notebook.submission import read_submission
from tests.mutants.mutate import plain_text

ROOT = Path(__file__).parents[2]
SUBMISSIONS = ROOT / "tests" / "submissions"


def right_answers(exercise: Exercise) -> dict[str, str]:
    """Texts of right answers by name: those among the submissions, and the lesson's solution."""
    paths = sorted((SUBMISSIONS / exercise.id / "correct").glob("*.py"))
    return {
        "solution": solution(exercise),
        **{path.stem: plain_text(path.read_text("utf-8")) for path in paths},
    }


@functools.cache
def solution(exercise: Exercise) -> str:
    """The lesson's solution, with the imports and the helpers of cells before it that it uses."""
    submission = read_submission(ROOT / "solutions" / f"{exercise.lesson}.ipynb")
    place = submission.answer(exercise)
    if place is None:
        raise LookupError(f"no solution of {exercise.id}")
    before = [cell.source for cell in submission.cells[:place]]
    whole = with_helpers(parse_cell(submission.cells[place].source), before)
    if whole is None:
        raise LookupError(f"the solution of {exercise.id} does not parse")
    text = "\n".join([*_imports(before, ast.unparse(whole)), ast.unparse(whole)])
    return plain_text(text)


def _imports(cells: Sequence[str], text: str) -> list[str]:
    """The imports of cells that a text needs: what lessons draw with is left out."""
    names = {node.id for node in ast.walk(ast.parse(text)) if isinstance(node, ast.Name)}
    found = [
        ast.unparse(node)
        for tree in map(parse_cell, cells)
        for node in (tree.body if tree else [])
        if isinstance(node, ast.Import | ast.ImportFrom)
        if names & {(alias.asname or alias.name).partition(".")[0] for alias in node.names}
    ]
    return list(dict.fromkeys(found))
