"""Landlock: what a process may open, connect to and signal (Linux 5.13 and later)."""

import ctypes
import os
import stat
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from leadin.running.isolation import kernel

# Access rights to files; see the kernel's Documentation/userspace-api/landlock.rst.
_WRITE_FILE, _READ_FILE, _READ_DIR = 1 << 1, 1 << 2, 1 << 3
_REMOVE_DIR, _REMOVE_FILE = 1 << 4, 1 << 5
_MAKE_DIR, _MAKE_REG, _MAKE_SYM = 1 << 7, 1 << 8, 1 << 12
_REFER, _TRUNCATE, _IOCTL_DEV = 1 << 13, 1 << 14, 1 << 15

_READ = _READ_FILE | _READ_DIR
# No sockets, pipes or devices are made in a scratch folder.
_WRITE = (
    _READ
    | _WRITE_FILE
    | (_REMOVE_DIR | _REMOVE_FILE | _MAKE_DIR | _MAKE_REG | _MAKE_SYM)
    | (_REFER | _TRUNCATE)
)
#: Those that a rule about something other than a folder may have.
_OF_FILES = 1 | _WRITE_FILE | _READ_FILE | _TRUNCATE | _IOCTL_DEV

_RULE_PATH_BENEATH = 1
_CREATE_RULESET_VERSION = 1


class _Ruleset(ctypes.Structure):
    _fields_ = (
        ("handled_access_fs", ctypes.c_uint64),
        ("handled_access_net", ctypes.c_uint64),  # from ABI 4 on
        ("scoped", ctypes.c_uint64),  # from ABI 6 on
    )


class _PathBeneath(ctypes.Structure):
    _pack_ = 1
    _layout_ = "ms"
    _fields_ = (("allowed_access", ctypes.c_uint64), ("parent_fd", ctypes.c_int32))


def abi() -> int:
    """Version of the kernel's Landlock; 0 where there is none, or where it is switched off."""
    try:
        return kernel.syscall("landlock_create_ruleset", None, 0, _CREATE_RULESET_VERSION)
    except OSError:
        return 0


def restrict(readable: Iterable[Path], listable: Iterable[Path], writable: Iterable[Path]) -> int:
    """Restrict this thread, and all it starts, for good. It needs no_new_privs.

    All TCP (ABI 4), and signals and abstract sockets to processes that are not as restricted
    (ABI 6), are refused. Paths that don't exist are passed by.

    Args:
        readable: files to read, and folders to read everything in.
        listable: folders in which names may be listed, all the way down.
        writable: files to write, and folders to do everything in but execute.

    Returns:
        The ABI in force.

    Raises:
        OSError: the kernel refuses.
    """
    version = abi()
    if not version:
        return 0
    handled = _handled_files(version)
    ruleset = _create(version, handled)
    try:
        for paths, access in ((readable, _READ), (listable, _READ_DIR), (writable, _WRITE)):
            for path in paths:
                _allow(ruleset, path, access & handled)
        kernel.syscall("landlock_restrict_self", ruleset, 0)
    finally:
        os.close(ruleset)
    return version


def _handled_files(version: int) -> int:
    """All rights that an ABI knows: what is not handled is not refused."""
    if version >= 5:
        return (1 << 16) - 1
    if version >= 3:
        return (1 << 15) - 1
    return (1 << 14) - 1 if version == 2 else (1 << 13) - 1


def _create(version: int, handled: int) -> int:
    tcp = 0b11 if version >= 4 else 0
    scopes = 0b11 if version >= 6 else 0
    attributes = _Ruleset(handled, tcp, scopes)
    # An older kernel refuses fields that it does not know, even empty ones.
    size = 24 if version >= 6 else 16 if version >= 4 else 8
    return kernel.syscall("landlock_create_ruleset", ctypes.byref(attributes), size, 0)


def _allow(ruleset: int, path: Path, access: int) -> None:
    with suppress(FileNotFoundError, PermissionError):
        descriptor = os.open(path, os.O_PATH | os.O_CLOEXEC)
        try:
            if not stat.S_ISDIR(os.fstat(descriptor).st_mode):
                access &= _OF_FILES
            if access:
                rule = _PathBeneath(access, descriptor)
                kernel.syscall(
                    "landlock_add_rule", ruleset, _RULE_PATH_BENEATH, ctypes.byref(rule), 0
                )
        finally:
            os.close(descriptor)
