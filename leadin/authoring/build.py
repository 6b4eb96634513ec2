"""`leadin build`: tidy the solutions and derive the lessons from them."""

from pathlib import Path

from leadin.authoring.derive import derive
from leadin.authoring.notebooks import load, naming, notebooks_in, to_bytes, write_if_changed
from leadin.authoring.tables import tables
from leadin.authoring.tidy import tidy

SOLUTIONS = "solutions"
LESSONS = "lessons"


def build(root: Path) -> list[Path]:
    """Tidy solutions/ in place, derive lessons/, and write the tables of lessons.

    A second run changes nothing. A lesson without a solution is left alone: see `extra_lessons`.

    Args:
        root: the folder that holds solutions/ and lessons/.

    Returns:
        The files that changed, solution before lesson, tables last.

    Raises:
        NotebookError: a solution can't be read or derived. Nothing has been written then.
    """
    content: dict[Path, bytes] = {}
    for path in notebooks_in(root / SOLUTIONS):
        solution = tidy(load(path))
        content[path] = to_bytes(solution)
        with naming(path):
            content[root / LESSONS / path.name] = to_bytes(derive(solution))
    content |= tables(root)
    return [path for path, new in content.items() if write_if_changed(path, new)]


def extra_lessons(root: Path) -> list[Path]:
    """List the lessons that no solution stands behind, for the author to delete or to adopt."""
    sources = {path.name for path in notebooks_in(root / SOLUTIONS)}
    return [path for path in notebooks_in(root / LESSONS) if path.name not in sources]
