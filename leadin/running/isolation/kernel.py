"""System calls that Python's library does not offer, through the C library.

Only Linux on x86_64 and aarch64 is known. No package that is kept and widely used offers Landlock
or seccomp, and the three calls of the one and the single call of the other need none.
"""

import ctypes
import os
import platform
import sys
from typing import Any

from leadin.running.isolation.syscall_numbers import CALLED

#: The columns of the table of numbers.
COLUMNS = {"x86_64": 0, "aarch64": 1}

MACHINE = platform.machine()

PR_SET_PDEATHSIG = 1
PR_SET_DUMPABLE = 4
PR_CAPBSET_DROP = 24
PR_SET_NO_NEW_PRIVS = 38


def is_supported() -> bool:
    """Whether this module knows the system it runs on."""
    return sys.platform == "linux" and MACHINE in COLUMNS


def syscall(name: str, *arguments: Any) -> int:
    """Make a system call.

    Args:
        name: one of those in CALLED.
        arguments: ints, bytes, ctypes objects passed by reference, or None for a null pointer.

    Raises:
        OSError: the kernel refuses, or has no such call.
    """
    number = CALLED[name][COLUMNS[MACHINE]]
    wide = [ctypes.c_long(each) if isinstance(each, int) else each for each in arguments]
    return _checked(_libc().syscall(ctypes.c_long(number), *wide))


def prctl(option: int, argument: int = 0) -> None:
    """Change something about this process.

    Raises:
        OSError: the kernel refuses.
    """
    zeros = [ctypes.c_ulong(0)] * 3
    _checked(_libc().prctl(ctypes.c_int(option), ctypes.c_ulong(argument), *zeros))


def unshare(flags: int) -> None:
    """Get namespaces of one's own.

    Raises:
        OSError: the kernel refuses.
    """
    _checked(_libc().unshare(ctypes.c_int(flags)))


def mount(source: str, target: str, kind: str | None, flags: int, options: str = "") -> None:
    """Mount a file system, or change how one is mounted.

    Raises:
        OSError: the kernel refuses.
    """
    _checked(
        _libc().mount(
            os.fsencode(source),
            os.fsencode(target),
            None if kind is None else kind.encode(),
            ctypes.c_ulong(flags),
            options.encode() or None,
        )
    )


def unmount_lazily(target: str) -> None:
    """Take a mount out of sight at once.

    Raises:
        OSError: the kernel refuses.
    """
    mnt_detach = 2
    _checked(_libc().umount2(os.fsencode(target), ctypes.c_int(mnt_detach)))


def _libc() -> Any:
    return ctypes.CDLL(None, use_errno=True)


def _checked(result: int) -> int:
    if result < 0:
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number))
    return result
