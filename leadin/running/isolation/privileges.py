"""Giving up what a process may do by its user and its capabilities. Linux only."""

import ctypes
import os
import signal
from contextlib import suppress

from leadin.running.isolation import kernel

#: Users from here on belong to nobody: Debian's policy reserves 65000 to 65533.
FIRST_USER, USERS = 65000, 500

_CAPABILITY_VERSION_3 = 0x20080522


def spare_user(number: int) -> int:
    """A user id that owns nothing, different for runs at the same time.

    Args:
        number: counts the runs.
    """
    return FIRST_USER + number % USERS


def become(user: int) -> None:
    """Change to a user, and to the group of the same number, for good; needs to be root.

    Raises:
        OSError: not root, or a container does not have that user.
    """
    os.setgroups([])
    os.setresgid(user, user, user)
    os.setresuid(user, user, user)


def drop_capabilities() -> None:
    """Give up every capability for good.

    Raises:
        OSError: the kernel refuses.
    """
    for capability in range(64):
        try:
            kernel.prctl(kernel.PR_CAPBSET_DROP, capability)
        except OSError:  # past the last one, or not allowed to: then there are none to drop
            break
    header = (ctypes.c_uint32 * 2)(_CAPABILITY_VERSION_3, 0)
    nothing = (ctypes.c_uint32 * 6)()
    kernel.syscall("capset", ctypes.byref(header), ctypes.byref(nothing))


def forbid_new_privileges() -> None:
    """No program that this process runs gives it more rights (Linux 3.5).

    Raises:
        OSError: the kernel refuses.
    """
    kernel.prctl(kernel.PR_SET_NO_NEW_PRIVS, 1)


def hide_memory() -> None:
    """Keep other processes of the same user from reading this one's memory and /proc entries."""
    with suppress(OSError):
        kernel.prctl(kernel.PR_SET_DUMPABLE, 0)


def die_with_parent() -> None:
    """Be killed when the parent ends. A change of user undoes it, so it comes after that."""
    with suppress(OSError):
        kernel.prctl(kernel.PR_SET_PDEATHSIG, signal.SIGKILL)
