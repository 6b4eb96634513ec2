"""seccomp: system calls that a student's process has no use for fail with "not permitted".

They fail with an error rather than end the process, so that student code gets an ordinary
exception. Needs Linux 3.17; the filter is a program in the kernel's classic BPF.
"""

import ctypes
import errno
import signal
import struct
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from leadin.running.isolation import kernel
from leadin.running.isolation.syscall_numbers import ALL, NEWEST, REFUSED

ALLOW = 0x7FFF0000
KILL_PROCESS = 0x80000000
_ERRNO = 0x00050000
REFUSE = _ERRNO | errno.EPERM
UNKNOWN = _ERRNO | errno.ENOSYS

_LOAD, _AND, _EQUAL, _AT_LEAST, _RETURN = 0x20, 0x54, 0x15, 0x35, 0x06
#: How the kernel names a machine.
_ARCHITECTURES = {"x86_64": 0xC000003E, "aarch64": 0xC00000B7}

_SET_MODE_FILTER = 1
# Without it, kernels before 5.16 slow the process down against attacks on itself.
_FLAG_SPEC_ALLOW = 4

_CLONE_THREAD = 0x00010000
_O_ACCMODE, _O_TRUNC = 0o3, 0o1000
_AF_UNIX = 1
_F_SETOWN, _F_SETOWN_EX = 8, 15
_TIOCSTI, _TIOCLINUX, _FIOSETOWN, _SIOCSPGRP = 0x5412, 0x541C, 0x8901, 0x8902


@dataclass(frozen=True)
class Check:
    """Whether an argument, after a mask, has a value.

    Attributes:
        argument: which of the six, from 0.
        value: what its lower 32 bits shall be.
        mask: of those bits, the ones that count.
        upper: look at the upper 32 bits instead.
    """

    argument: int
    value: int
    mask: int = 0xFFFFFFFF
    upper: bool = False


@dataclass(frozen=True)
class Rule:
    """What happens to a call when all tests hold; the first rule that fits decides."""

    call: str
    tests: tuple[Check, ...]
    answer: int


def student_rules(pid: int) -> list[Rule]:
    """The rules for a student's process.

    Args:
        pid: the process itself, as it sees itself. It may signal itself; SIGKILL ends it even
            where the kernel would spare the first process of a namespace.
    """
    kill = int(signal.SIGKILL)
    own = (Check(0, 0), Check(0, pid))
    return [
        *(Rule(call, (), REFUSE) for calls in REFUSED.values() for call in calls),
        Rule("clone", (Check(0, 0, _CLONE_THREAD),), REFUSE),
        Rule("clone3", (), UNKNOWN),  # its flags are out of reach: the C library takes clone
        Rule("kill", (Check(0, pid), Check(1, kill)), KILL_PROCESS),
        Rule("kill", (Check(0, pid),), ALLOW),
        Rule("kill", (), REFUSE),
        Rule("tgkill", (Check(0, pid), Check(2, kill)), KILL_PROCESS),
        Rule("tgkill", (Check(0, pid),), ALLOW),
        Rule("tgkill", (), REFUSE),
        Rule("prctl", (Check(0, kernel.PR_SET_PDEATHSIG),), REFUSE),
        *(Rule("prlimit64", (test,), ALLOW) for test in own),
        Rule("prlimit64", (), REFUSE),
        *(Rule("sched_setaffinity", (test,), ALLOW) for test in own),
        Rule("sched_setaffinity", (), REFUSE),
        # Without an address it is a write to a socket that is connected already.
        Rule("sendto", (Check(4, 0), Check(4, 0, upper=True)), ALLOW),
        Rule("sendto", (), REFUSE),
        Rule("socketpair", (Check(0, _AF_UNIX),), ALLOW),
        Rule("socketpair", (), REFUSE),
        Rule("fcntl", (Check(1, _F_SETOWN),), REFUSE),
        Rule("fcntl", (Check(1, _F_SETOWN_EX),), REFUSE),
        *(
            Rule("ioctl", (Check(1, request),), REFUSE)
            for request in (_TIOCSTI, _TIOCLINUX, _FIOSETOWN, _SIOCSPGRP)
        ),
        # Opened for reading, a file can still be emptied, which Landlock checks from ABI 3 on.
        Rule("open", (Check(1, _O_TRUNC, _O_TRUNC | _O_ACCMODE),), REFUSE),
        Rule("openat", (Check(2, _O_TRUNC, _O_TRUNC | _O_ACCMODE),), REFUSE),
        Rule("openat2", (), UNKNOWN),
    ]


def program(rules: Iterable[Rule], machine: str) -> bytes:
    """A filter as the kernel takes it.

    Args:
        rules: what they don't decide is allowed, but for calls newer than the table of numbers.
        machine: x86_64 or aarch64.
    """
    code = [
        _step(_LOAD, 4),  # struct seccomp_data: number, architecture, address, six arguments
        _step(_EQUAL, _ARCHITECTURES[machine], 1, 0),
        _step(_RETURN, KILL_PROCESS),
        _step(_LOAD, 0),
        # Also refuses x32 calls, whose numbers have a high bit.
        _step(_AT_LEAST, NEWEST + 1, 0, 1),
        _step(_RETURN, UNKNOWN),
    ]
    for rule in rules:
        number = ALL[rule.call][kernel.COLUMNS[machine]]
        if number is not None:
            body = [*_body(rule)]
            code += [_step(_EQUAL, number, 0, len(body)), *body]
    return b"".join([*code, _step(_RETURN, ALLOW)])


def install(rules: Iterable[Rule]) -> None:
    """Put rules in force for this thread and all it starts, for good. Needs no_new_privs.

    Raises:
        OSError: the kernel has no seccomp, or refuses.
    """
    code = program(rules, kernel.MACHINE)
    buffer = ctypes.create_string_buffer(code, len(code))
    header = _Header(len(code) // 8, ctypes.addressof(buffer))
    try:
        kernel.syscall("seccomp", _SET_MODE_FILTER, _FLAG_SPEC_ALLOW, ctypes.byref(header))
    except OSError as error:
        if error.errno != errno.EINVAL:  # before 4.17 it does not know the flag
            raise
        kernel.syscall("seccomp", _SET_MODE_FILTER, 0, ctypes.byref(header))


class _Header(ctypes.Structure):
    _fields_ = (("length", ctypes.c_ushort), ("filter", ctypes.c_void_p))


def _body(rule: Rule) -> Iterator[bytes]:
    """Tests, each of which jumps past the answer where it fails; then the number is loaded anew."""
    left = 3 * len(rule.tests) + 1
    for test in rule.tests:
        left -= 3
        yield _step(_LOAD, 16 + 8 * test.argument + 4 * test.upper)
        yield _step(_AND, test.mask)
        yield _step(_EQUAL, test.value, 0, left)
    yield _step(_RETURN, rule.answer)
    if rule.tests:
        yield _step(_LOAD, 0)


def _step(code: int, value: int, if_true: int = 0, if_false: int = 0) -> bytes:
    return struct.pack("=HBBI", code, if_true, if_false, value)
