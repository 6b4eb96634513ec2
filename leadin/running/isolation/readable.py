"""What a student's process may read: Python, its libraries, fonts and time zones."""

import sys
import sysconfig
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

_SYSTEM = (
    "/lib",
    "/lib64",
    "/usr/lib",
    "/usr/lib64",
    "/usr/local/lib",
    "/etc/ld.so.cache",
    "/etc/localtime",
    "/etc/fonts",
    "/usr/share/fonts",
    "/usr/share/zoneinfo",
)
#: What judges, and what a folder of submissions could hold of it.
HIDDEN = Path(__file__).resolve().parents[2]

DEVICES = tuple(map(Path, ("/dev/null", "/dev/zero", "/dev/random", "/dev/urandom")))


@dataclass(frozen=True)
class Readable:
    """Paths that may be read, with everything in them, and folders whose names may be listed."""

    files: tuple[Path, ...]
    folders: tuple[Path, ...]


def libraries() -> tuple[Path, ...]:
    """Where Python and its libraries are; none lies in another, and all of them exist."""
    places = {Path(prefix) / "lib" for prefix in (sys.prefix, sys.base_prefix)}
    for name in ("stdlib", "platstdlib", "purelib", "platlib"):
        places.add(Path(sysconfig.get_path(name)))
    places |= {Path(place) for place in _SYSTEM}
    found = sorted(place for place in places if place.exists())
    return tuple(place for place in found if not any(other in found for other in place.parents))


def without(paths: Iterable[Path], hidden: Path) -> Readable:
    """All of some paths, but for one folder that may lie in them.

    Landlock has no rule that takes something away: around what is hidden, each neighbour is
    named. Names of what is hidden can still be listed.
    """
    files: list[Path] = []
    folders: list[Path] = []
    for path in paths:
        root = path.resolve()
        if root == hidden or root in hidden.parents:
            folders.append(path)
            files += _around(root, hidden)
        else:
            files.append(path)
    return Readable(tuple(files), tuple(folders))


def _around(folder: Path, hidden: Path) -> Iterator[Path]:
    if folder == hidden:
        return
    for entry in sorted(folder.iterdir()):
        if entry == hidden or entry.is_symlink():
            continue
        if entry in hidden.parents:
            yield from _around(entry, hidden)
        else:
            yield entry


def can_all_read(paths: Iterable[Path]) -> bool:
    """Whether a user that owns nothing gets at each of some folders from the root on."""
    places = list(map(Path.resolve, paths))
    parents = {parent for place in places for parent in place.parents}
    return all(map(is_open, places)) and all(parent.stat().st_mode & 0o1 for parent in parents)


def is_open(folder: Path) -> bool:
    """Whether everybody who gets to a folder may list and enter it."""
    return folder.stat().st_mode & 0o5 == 0o5
