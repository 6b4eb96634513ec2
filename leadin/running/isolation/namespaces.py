"""Namespaces of the Linux kernel: of processes, network, IPC, host name and mounts.

Root may make them; others within a user namespace, where the system allows that (Debian and
Fedora do; Ubuntu from 23.10 on and Docker's defaults don't).
"""

import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from leadin.running.isolation import kernel, privileges

_MOUNT, _UTS, _IPC, _USER, _PID, _NET = (
    0x00020000,
    0x04000000,
    0x08000000,
    0x10000000,
    0x20000000,
    0x40000000,
)
_MS_REC, _MS_PRIVATE = 0x4000, 0x40000


def enter() -> tuple[str, ...]:
    """Give this process namespaces of its own; it has one thread only.

    In it, mounts can be made that nobody else sees, and there is no network. Those of processes
    are for children: see `OfProcesses`.

    Returns:
        Names of the namespaces, empty where the system allows none.
    """
    if succeeds(_enter_own):
        _enter_own()
    elif succeeds(_enter_within_user_namespace):
        # Ubuntu lets anyone have a user namespace and then allows nothing in it: tried out above,
        # so that this process does not end up in one for nothing.
        _enter_within_user_namespace()
        _continue_in_namespace_of_processes()
    else:
        return ()
    return ("net", "ipc", "uts", "mount")


def _enter_own() -> None:
    kernel.unshare(_MOUNT | _NET | _IPC | _UTS)
    kernel.mount("none", "/", None, _MS_REC | _MS_PRIVATE)


def _enter_within_user_namespace() -> None:
    _enter_user_namespace()
    _enter_own()


def enter_for_one() -> None:
    """What a single child gets of its own: mounts, and System V and POSIX queues and memory.

    Raises:
        OSError: the kernel refuses.
    """
    kernel.unshare(_MOUNT | _IPC)


class OfProcesses:
    """Makes a namespace of processes for each child: the child is process 1 in it.

    When that process ends, the kernel kills all others in there.
    """

    def __init__(self) -> None:
        self._own: int | None = None
        with suppress(OSError):
            self._own = os.open("/proc/self/ns/pid", os.O_RDONLY | os.O_CLOEXEC)
        if self._own is not None and not succeeds(self._try_out):
            os.close(self._own)
            self._own = None

    @property
    def is_available(self) -> bool:
        """Whether the system allows it."""
        return self._own is not None

    def fork(self) -> int:
        """os.fork(), with the child in a namespace of its own where there are any.

        Raises:
            OSError: there can't be another process.
        """
        if self._own is None:
            return os.fork()
        self._unshare()
        try:
            child = os.fork()
        except OSError:
            self._return()
            raise
        if child:
            self._return()
        else:
            os.close(self._own)
        return child

    def _try_out(self) -> None:
        self._unshare()
        self._return()

    def _unshare(self) -> None:
        kernel.unshare(_PID)

    def _return(self) -> None:
        """Let the next child be born in this process's own namespace again."""
        assert self._own is not None
        kernel.syscall("setns", self._own, _PID)


def succeeds(action: Callable[[], None]) -> bool:
    """Whether something can be done: tried out in a process of its own, to leave nothing half done.

    Args:
        action: raises where it can't be done.
    """
    child = os.fork()
    if child == 0:
        with suppress(BaseException):
            action()
            os._exit(0)
        os._exit(1)
    _, status = os.waitpid(child, 0)
    return status == 0


def _continue_in_namespace_of_processes() -> None:
    """Go on in a child that is process 1 of a namespace, which belongs to the user namespace.

    Only from such a one can a process go back and forth between its own and those of its children.
    This process waits for the child, and ends as it ends.
    """
    kernel.unshare(_PID)
    child = os.fork()
    if child == 0:
        privileges.die_with_parent()
        return
    _, status = os.waitpid(child, 0)
    os._exit(abs(os.waitstatus_to_exitcode(status)))


def _enter_user_namespace() -> None:
    """Be root in a namespace where nobody but this user exists."""
    user, group = os.geteuid(), os.getegid()
    kernel.unshare(_USER)
    Path("/proc/self/setgroups").write_text("deny", "ascii")
    Path("/proc/self/uid_map").write_text(f"{user} {user} 1", "ascii")
    Path("/proc/self/gid_map").write_text(f"{group} {group} 1", "ascii")
