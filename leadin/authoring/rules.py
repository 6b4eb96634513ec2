"""What a solution notebook must be, whatever it teaches. Pure: a notebook in, findings out."""

import re
from collections import Counter

from nbformat import NotebookNode

from leadin.authoring.notebooks import Finding
from leadin.notebook.roles import Role, has_role
from leadin.notebook.scenes import scenes

#: Jupyter's own mark on a cell that is meant to fail: Run All carries on after it.
MEANT_TO_FAIL = "raises-exception"
#: nbval's mark on a cell whose digits differ from one processor to the next.
NOT_COMPARED = "nbval-ignore-output"
_TAGS = (*Role, MEANT_TO_FAIL, NOT_COMPARED)

_WORDS = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_RANDOM = re.compile(r"[0-9a-f]{8}|[0-9a-f]{12,}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")


def id_findings(notebook: NotebookNode) -> list[Finding]:
    """Say which cell ids are not unique and readable.

    A translation is paired with its original through the ids, so they are written by people.
    """
    uses = Counter(cell.id for cell in notebook.cells)
    unreadable = [
        Finding(cell_id, "has no readable id: choose words joined by hyphens, such as 'why-zero'")
        for cell_id in uses
        if not is_readable_id(cell_id)
    ]
    repeated = [
        Finding(cell_id, f"shares its id with {count - 1} more: give each cell its own")
        for cell_id, count in uses.items()
        if count > 1
    ]
    return unreadable + repeated


def is_readable_id(cell_id: str) -> bool:
    """Say whether an id is lowercase words joined by hyphens, and not one that a program drew."""
    return (
        _WORDS.fullmatch(cell_id) is not None
        and _RANDOM.fullmatch(cell_id) is None
        and any(word.isalpha() and len(word) > 1 for word in cell_id.split("-"))
    )


def role_findings(notebook: NotebookNode) -> list[Finding]:
    """Say which tags mean nothing, or say of a cell what it can't be where it stands."""
    findings = []
    for cell in notebook.cells:
        for tag in cell.metadata.get("tags", []):
            if tag not in _TAGS:
                text = f"has the tag {tag!r}, which means nothing: known are {', '.join(_TAGS)}"
                findings.append(Finding(cell.id, text))
            elif tag in tuple(Role) and not has_role(cell, Role(tag)):
                findings.append(Finding(cell.id, f"is no cell for the tag {tag!r}: take it off"))
    for scene in scenes(notebook.cells):
        if not scene.is_question:
            text = "answers what nothing asked: tag the text before its code `predict`"
            findings += [Finding(cell.id, text) for cell in scene.answers]
        if not scene.code:
            text = "is a caption that no code comes before: move it behind its figure"
            findings += [Finding(cell.id, text) for cell in scene.captions]
    return findings


def output_findings(notebook: NotebookNode) -> list[Finding]:
    """Say which code cells were not run, failed or complained when their outputs were stored."""
    findings = []
    expected = 0
    for cell in notebook.cells:
        # Jupyter skips a blank cell and gives it no number.
        if cell.cell_type != "code" or not cell.source.strip():
            continue
        expected += 1
        if cell.execution_count is None:
            findings.append(Finding(cell.id, "was never run: run `leadin build --run`"))
        elif cell.execution_count != expected:
            text = f"ran as number {cell.execution_count} instead of {expected}"
            findings.append(Finding(cell.id, f"{text}: run `leadin build --run`"))
        findings += _stored_findings(cell)
    return findings


def _stored_findings(cell: NotebookNode) -> list[Finding]:
    findings = []
    meant_to_fail = MEANT_TO_FAIL in cell.metadata.get("tags", [])
    errors = [output for output in cell.outputs if output.output_type == "error"]
    if errors and not meant_to_fail:
        text = f"has a stored {errors[0].ename}: mend it, or tag the cell `{MEANT_TO_FAIL}`"
        findings.append(Finding(cell.id, text))
    if meant_to_fail and not errors and cell.execution_count is not None:
        findings.append(Finding(cell.id, f"is tagged `{MEANT_TO_FAIL}` but raised nothing"))
    if any(output.get("name") == "stderr" for output in cell.outputs):
        text = "has stored output on stderr: mend what the warning is about"
        findings.append(Finding(cell.id, text))
    return findings
