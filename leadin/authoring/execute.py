"""`leadin build --run`: execute the solutions anew and store what they print and draw."""

import os
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from jupyter_client.kernelspec import KernelSpecManager
from jupyter_client.manager import AsyncKernelManager
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError
from nbformat import NotebookNode

from leadin.authoring.notebooks import (
    Finding,
    NotebookError,
    load,
    naming,
    tidy,
    to_bytes,
    write_if_changed,
)

#: Seconds that one cell may take. The slowest of a lesson takes a few.
CELL_TIMEOUT = 300


class _ThisPython(AsyncKernelManager):
    """Starts the Python that runs us, whatever a user's own `python3` kernel points to."""

    def __init__(self, **traits: Any) -> None:
        # Without folders to look in, what is left is ipykernel's own spec for sys.executable.
        super().__init__(kernel_spec_manager=KernelSpecManager(kernel_dirs=[]), **traits)


def run_solutions(paths: Iterable[Path], cell_timeout: int = CELL_TIMEOUT) -> None:
    """Execute notebooks from top to bottom, each in a new kernel, and store them tidied.

    Args:
        paths: the notebooks; each one runs in its own folder.
        cell_timeout: seconds that one cell may take.

    Raises:
        NotebookError: a notebook can't be read, or a cell raised an exception that its tag
            `raises-exception` does not announce, took too long or ended the kernel. That notebook
            and those after it stay as they were.
    """
    for path in paths:
        with naming(path):
            notebook = _executed(load(path), path.parent, cell_timeout)
        write_if_changed(path, to_bytes(tidy(notebook)))


def _executed(notebook: NotebookNode, folder: Path, cell_timeout: int) -> NotebookNode:
    current: NotebookNode | None = None

    def remember(cell: NotebookNode, cell_index: int) -> None:
        nonlocal current
        current = cell

    client = NotebookClient(
        notebook,
        kernel_manager_class=_ThisPython,
        kernel_name="python3",
        # A remark on the kernel's connection is none for a lesson's author.
        extra_arguments=["--IPKernelApp.log_level=ERROR"],
        resources={"metadata": {"path": str(folder)}},
        timeout=cell_timeout,
        # How a print is cut into pieces depends on timing; the stored output must not.
        coalesce_streams=True,
        record_timing=False,
        on_cell_start=remember,
    )
    try:
        # An author's own plotting backend would keep the plots out of the notebook.
        client.execute(env={k: v for k, v in os.environ.items() if k != "MPLBACKEND"})
    except CellExecutionError as error:
        raise _at(current, f"raised {error.ename}: {_first_line(error.evalue)}") from error
    except CellTimeoutError as error:
        raise _at(current, f"took more than {cell_timeout} s") from error
    except DeadKernelError as error:
        raise _at(current, "ended the kernel (out of memory?)") from error
    return notebook


def _at(cell: NotebookNode | None, text: str) -> NotebookError:
    return NotebookError(Finding(cell.id if cell else None, text))


def _first_line(text: str) -> str:
    return next(iter(text.splitlines()), "")
