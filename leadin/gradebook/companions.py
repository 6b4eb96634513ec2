"""The files beside a notebook, for its code to find on another machine."""

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from leadin.gradebook.crew import UnrunnableError
from leadin.gradebook.fingerprint import MAX_FILES, walk


def collect(folder: Path, most: int) -> dict[str, bytes]:
    """Read the files in a folder that code may read, other than notebooks.

    A link is followed where it leads to a file in the folder: any other could be another student's.

    Args:
        folder: the notebook's.
        most: bytes that all of them may have.

    Returns:
        What they hold, by path within the folder.

    Raises:
        UnrunnableError: they are too many or too large.
    """
    files: dict[str, bytes] = {}
    size = 0
    for count, path in enumerate(walk(folder)):
        if count == MAX_FILES:
            raise UnrunnableError(
                f"more than {MAX_FILES:,} files lie beside it, the most for a cluster"
            )
        with suppress(OSError, RuntimeError):  # a link that leads to itself
            if path.is_file() and path.resolve().is_relative_to(folder.resolve()):
                size += path.stat().st_size
                if size > most:
                    raise UnrunnableError(
                        f"the files beside it have more than {megabytes(most)}, the most for a "
                        "cluster"
                    )
                files[path.relative_to(folder).as_posix()] = path.read_bytes()
    return files


@contextmanager
def laid_out(files: Mapping[str, bytes]) -> Iterator[Path]:
    """A folder with these files, for as long as it is needed."""
    with TemporaryDirectory(prefix="leadin-notebook-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        for path, content in files.items():
            place = folder / path
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(content)
        # The process that reads them may have a user of its own.
        for place in (folder, *folder.rglob("*")):
            os.chmod(place, 0o755 if place.is_dir() else 0o644)
        yield folder


def megabytes(size: int) -> str:
    """A number of bytes in words."""
    return f"{size / 1_000_000:g} MB"
