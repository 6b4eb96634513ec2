"""What all students' processes of one warm server have in common. Linux only."""

import os
import sysconfig
from dataclasses import dataclass
from pathlib import Path

from leadin.running.isolation import namespaces, readable, root
from leadin.running.isolation.namespaces import OfProcesses


@dataclass(frozen=True)
class Grounds:
    """Prepared once, by `prepare`; a child only reads it.

    Attributes:
        namespaces: names of those that the server has, and its children with it.
        processes: makes a namespace of processes for each child.
        root: folder with the private root, or None where there can't be one.
        libraries: what every child may read.
    """

    namespaces: tuple[str, ...]
    processes: OfProcesses
    root: Path | None
    libraries: tuple[Path, ...]


def prepare(home: Path) -> Grounds:
    """Take this process, which has one thread, into namespaces and lay out the private root.

    Args:
        home: an empty folder that belongs to this process.
    """
    entered = namespaces.enter()
    libraries = readable.libraries()
    folder = home / "root"
    place = folder if "mount" in entered and _builds(folder, libraries) else None
    return Grounds(entered, OfProcesses(), place, libraries)


def _builds(folder: Path, libraries: tuple[Path, ...]) -> bool:
    """Build the private root, and see in a process of its own whether one can live in it."""
    folder.mkdir()
    try:
        root.build(folder, libraries, readable.DEVICES, readable.HIDDEN)
    except OSError:
        return False
    return namespaces.succeeds(lambda: _live_in(folder))


def _live_in(folder: Path) -> None:
    namespaces.enter_for_one()
    os.chdir("/")
    root.enter(folder, readable.HIDDEN, None)
    os.listdir(sysconfig.get_path("stdlib"))
    (root.SCRATCH_FOLDER / "file").write_text("", "ascii")
