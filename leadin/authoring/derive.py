"""From a solution to the lesson that a student opens. Pure: notebook in, notebook out."""

import ast
import copy
import re
from collections.abc import Iterator
from dataclasses import dataclass

from nbformat import NotebookNode

from leadin.authoring.notebooks import Finding, NotebookError
from leadin.judging.source import parse_cell
from leadin.notebook.roles import BEGIN, END, MEANT_TO_FAIL, Role, has_role, is_check, is_exercise
from leadin.notebook.scenes import scenes
from leadin.observe import STUB_TEXT
from leadin.words import say

#: A misspelt marker would leave the solution in the lesson, so it is refused, not overlooked.
_MARKER_LIKE = re.compile(r"#+\s*(begin|end)\W*solution", re.IGNORECASE)


@dataclass(frozen=True)
class Region:
    """The lines of a solution, both markers included, counted from 0; `end` is the last one."""

    begin: int
    end: int


def derive(solution: NotebookNode) -> NotebookNode:
    """Turn a solution into its lesson.

    Each solution region of an exercise cell becomes a stub that raises NotImplementedError, and
    code cells lose their outputs. What answers a question is folded away, and so is the code that
    nobody needs to read. A check that fails stops nothing. All else stays as it is.

    Args:
        solution: a notebook of format 4.5 or later; it is not changed.

    Returns:
        The lesson.

    Raises:
        NotebookError: a marker that stands alone, within another region or outside an exercise;
            an exercise without a region; a stub that would break its cell.
    """
    for finding in marker_findings(solution):
        raise NotebookError(finding)
    lesson = copy.deepcopy(solution)
    for scene in scenes(lesson.cells):
        if scene.is_question:
            for remark in scene.remarks:
                remark.source = folded(say("page.lesson.predicted"), remark.source)
    for cell in lesson.cells:
        if has_role(cell, Role.HELPER):
            cell.metadata["jupyter"] = {"source_hidden": True}
        if cell.cell_type == "code":
            cell.outputs = []
            cell.execution_count = None
        if is_check(cell):
            # Of an exercise that waits it fails, and Run All goes on with the next cell.
            cell.metadata["tags"] = [*cell.metadata.get("tags", []), MEANT_TO_FAIL]
        if is_exercise(cell):
            cell.source = _with_stubs(cell.source)
    return lesson


def folded(summary: str, markdown: str) -> str:
    """A text that shows when the reader asks for it; its blank lines keep it Markdown."""
    return f"<details>\n<summary>{summary}</summary>\n\n{markdown}\n\n</details>"


def marker_findings(solution: NotebookNode) -> list[Finding]:
    """Say which markers of solution regions are wrong, at most one a cell."""
    findings = []
    for cell in solution.cells:
        text = _wrong_markers(cell)
        if text is not None:
            findings.append(Finding(cell.id, text))
    return findings


def _wrong_markers(cell: NotebookNode) -> str | None:
    if not is_exercise(cell):
        if any(_is_marker(line, cell.cell_type) for line in cell.source.split("\n")):
            return "has a solution marker but is no exercise: tag the cell `exercise`"
        return None
    try:
        found = list(_regions(cell.source))
    except ValueError as error:
        return str(error)
    if not found:
        return f"is an exercise without a solution region: add `{BEGIN}` and `{END}`"
    if parse_cell(cell.source) and not parse_cell(_with_stubs(cell.source)):
        return "does not parse once its solution is a stub: put whole statements in it"
    return None


def _is_marker(line: str, cell_type: str) -> bool:
    # In Markdown `# End solution` may well be a heading: only the exact marker counts.
    return line.strip() in (BEGIN, END) if cell_type != "code" else bool(_MARKER_LIKE.search(line))


def _regions(source: str) -> Iterator[Region]:
    """Yield the solution regions of a code cell from top to bottom.

    Raises:
        ValueError: markers are misspelt, unbalanced or nested; its text says what to do.
    """
    begin: int | None = None
    for number, line in enumerate(source.split("\n")):
        if not _MARKER_LIKE.search(line):
            continue
        marker = line.strip()
        if marker not in (BEGIN, END):
            raise ValueError(f"has {marker!r}: write `{BEGIN}` or `{END}` alone on the line")
        if marker == BEGIN and begin is not None:
            raise ValueError(f"has a second `{BEGIN}` within a region: add `{END}` before it")
        if marker == END and begin is None:
            raise ValueError(f"has `{END}` without its `{BEGIN}`: add it")
        if begin is not None:
            yield Region(begin, number)
        begin = number if marker == BEGIN else None
    if begin is not None:
        raise ValueError(f"has `{BEGIN}` without its `{END}`: add it")


def _with_stubs(source: str) -> str:
    lines = source.split("\n")
    # From the bottom up, so that the line numbers of the regions above stay right.
    for region in reversed(list(_regions(source))):
        marker = lines[region.begin]
        indent = marker[: len(marker) - len(marker.lstrip())]
        task = _task(source, region)
        lines[region.begin : region.end + 1] = [
            f"{indent}# Your code goes here, in place of the next line.",
            f'{indent}raise NotImplementedError("{STUB_TEXT}{task} here")',
        ]
    return "\n".join(lines)


def _task(source: str, region: Region) -> str:
    """Name what is to be written: the innermost function around the region, or the one in it."""
    tree = parse_cell(source)
    nodes = ast.walk(tree) if tree else ()
    functions = [node for node in nodes if isinstance(node, ast.FunctionDef)]
    # ast counts lines from 1.
    first, last = region.begin + 1, region.end + 1
    around = [f for f in functions if f.lineno < first <= (f.end_lineno or f.lineno)]
    within = [f for f in functions if first < f.lineno < last]
    if around:
        return f"{max(around, key=lambda f: f.lineno).name}()"
    return f"{within[0].name}()" if within else "your code"
