"""What a forked process does to itself, before it runs a student's first cell. Linux only."""

import os
import sysconfig
from collections.abc import Callable
from pathlib import Path

from leadin.running.isolation import (
    landlock,
    limits,
    namespaces,
    privileges,
    readable,
    root,
    seccomp,
)
from leadin.running.isolation.grounds import Grounds
from leadin.running.isolation.in_force import Isolation
from leadin.running.launcher import HOMES


def confine(grounds: Grounds, number: int, cpu_seconds: int, scratch: Path) -> Isolation:
    """Confine this process, which has one thread, for good.

    Its current folder is the notebook's. Its variables for folders to write to are changed to its
    scratch folder.

    Args:
        grounds: what the warm server has prepared.
        number: counts the processes, for a user of its own.
        cpu_seconds: processor time that it may use.
        scratch: the folder to write in, where there is no private root.

    Returns:
        What is in force. A mechanism that the kernel lacks is left out.

    Raises:
        OSError: the private root, which worked when it was tried out, fails now.
    """
    limits.prefer_as_victim()
    already = limits.used()
    user = _user(grounds, number)
    if grounds.root is not None:
        namespaces.enter_for_one()
        root.enter(grounds.root, readable.HIDDEN, user)
        scratch = root.SCRATCH_FOLDER
    elif user is not None:
        os.chown(scratch, user, user)
    has_own_user = user is not None and _works(lambda: privileges.become(user))
    has_limits = _works(lambda: limits.set_limits(already, cpu_seconds, has_own_user))
    has_none = _works(privileges.drop_capabilities) and _works(privileges.forbid_new_privileges)
    privileges.die_with_parent()
    privileges.hide_memory()
    os.environ.update(dict.fromkeys(HOMES, str(scratch)))
    abi = _restrict_files(grounds, scratch)
    has_seccomp = _works(lambda: seccomp.install(seccomp.student_rules(os.getpid())))
    processes = ("pid",) if grounds.processes.is_available else ()
    return Isolation(
        namespaces=processes + grounds.namespaces,
        private_root=grounds.root is not None,
        landlock=abi,
        seccomp=has_seccomp,
        unprivileged=has_none,
        own_user=has_own_user,
        limits=has_limits,
        scratch="watched" if grounds.root is None else "tmpfs",
    )


def _user(grounds: Grounds, number: int) -> int | None:
    """A user of its own, where this process may choose and the other can read what it must."""
    if os.geteuid() != 0 or not _maps_all_users():
        return None
    if grounds.root is not None:
        can_read = readable.is_open(Path.cwd())  # its own root leads straight there
    else:
        needed = map(sysconfig.get_path, ("stdlib", "purelib"))
        can_read = readable.can_all_read([Path.cwd(), *map(Path, needed)])
    return privileges.spare_user(number) if can_read else None


def _maps_all_users() -> bool:
    """Whether the users that nobody has exist here: a container may have but a few."""
    _, _, count = Path("/proc/self/uid_map").read_text("ascii").split()[:3]
    return int(count) > privileges.FIRST_USER + privileges.USERS


def _restrict_files(grounds: Grounds, scratch: Path) -> int:
    may_read = readable.without((*grounds.libraries, Path.cwd()), readable.HIDDEN)
    abi = 0

    def restrict() -> None:
        nonlocal abi
        abi = landlock.restrict(
            (*may_read.files, *readable.DEVICES), may_read.folders, (scratch, Path("/dev/null"))
        )

    _works(restrict)
    return abi


def _works(mechanism: Callable[[], object]) -> bool:
    """Whether a mechanism could be put in force."""
    try:
        mechanism()
    except OSError:
        return False
    return True
