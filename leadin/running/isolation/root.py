"""A file system for one process: libraries, one notebook's folder, a scratch folder.

Built from mounts that nobody outside of the process's namespace sees, so none stays behind.
"""

import os
from collections.abc import Iterable
from pathlib import Path

from leadin.running.isolation import kernel
from leadin.running.isolation.limits import SCRATCH, SCRATCH_FILES

#: Where the process finds the notebook's folder, and where it may write.
SUBMISSION = Path("/submission")
SCRATCH_FOLDER = Path("/scratch")

_RDONLY, _NOSUID, _NODEV, _NOEXEC = 1, 2, 4, 8
_REMOUNT, _BIND, _REC = 32, 0x1000, 0x4000
#: Flags that statvfs reports and that a remount must repeat: a user namespace can't clear them.
_KEPT = _RDONLY | _NOSUID | _NODEV | _NOEXEC | 1024 | 2048
_RELATIME_REPORTED, _RELATIME = 4096, 1 << 21


def build(root: Path, readable: Iterable[Path], devices: Iterable[Path], hidden: Path) -> None:
    """Lay out what all notebooks share, once, in the warm server's namespace.

    Args:
        root: an empty folder.
        readable: files and folders to show, read-only, at the same paths.
        devices: device files to show.
        hidden: a folder to leave empty, should it lie in one of them.

    Raises:
        OSError: the kernel refuses.
    """
    kernel.mount("tmpfs", str(root), "tmpfs", _NOSUID | _NODEV, "size=1m,mode=755")
    for path in readable:
        _show(path, root, read_only=True)
        target = path.resolve()
        if hidden.is_relative_to(target):
            cover = root / (path / hidden.relative_to(target)).relative_to("/")
            kernel.mount("tmpfs", str(cover), "tmpfs", _RDONLY | _NOSUID | _NODEV, "size=4k")
    for path in devices:
        _show(path, root, read_only=False)
    for folder in (SUBMISSION, SCRATCH_FOLDER):
        (root / folder.relative_to("/")).mkdir(exist_ok=True)
    # Nothing on this mount is a device: those above have mounts of their own.
    kernel.mount("none", str(root), None, _REMOUNT | _BIND | _RDONLY | _NOSUID | _NODEV)


def enter(root: Path, hidden: Path, user: int | None) -> None:
    """Make it this process's root, with the current folder as the notebook's.

    Needs a namespace of mounts of its own. Afterwards the old root is out of reach, and the
    current folder is the notebook's again.

    Args:
        root: what `build` made.
        hidden: a folder to leave empty, should it lie in the current one.
        user: who owns the scratch folder; None for this process's own user.

    Raises:
        OSError: the kernel refuses.
    """
    here = Path.cwd()
    submission = root / SUBMISSION.relative_to("/")
    kernel.mount(".", str(submission), None, _BIND | _REC)
    _make_read_only(submission)
    if hidden.is_relative_to(here):
        cover = submission / hidden.relative_to(here)
        kernel.mount("tmpfs", str(cover), "tmpfs", _RDONLY | _NOSUID | _NODEV, "size=4k")
    owner = "" if user is None else f",uid={user},gid={user}"
    kernel.mount(
        "tmpfs",
        str(root / SCRATCH_FOLDER.relative_to("/")),
        "tmpfs",
        _NOSUID | _NODEV | _NOEXEC,
        f"size={SCRATCH},nr_inodes={SCRATCH_FILES},mode=700{owner}",
    )
    os.chdir(root)
    # The new root on top of the old one, which is then taken away below it.
    kernel.syscall("pivot_root", b".", b".")
    kernel.unmount_lazily(".")
    os.chdir(SUBMISSION)


def _show(path: Path, root: Path, read_only: bool) -> None:
    target = root / path.relative_to("/")
    if path.is_dir():
        target.mkdir(parents=True, exist_ok=True)
    else:
        target.parent.mkdir(parents=True, exist_ok=True)
        target.touch()
    kernel.mount(str(path), str(target), None, _BIND | _REC)
    if read_only:
        _make_read_only(target)


def _make_read_only(target: Path) -> None:
    reported = os.statvfs(target).f_flag
    flags = reported & _KEPT | (_RELATIME if reported & _RELATIME_REPORTED else 0)
    kernel.mount("none", str(target), None, _REMOUNT | _BIND | _RDONLY | _NOSUID | _NODEV | flags)
