"""The filter of system calls, interpreted here, so that both machines' are tried on one."""

import struct

import pytest

from leadin.running.isolation.kernel import COLUMNS
from leadin.running.isolation.seccomp import (
    ALLOW,
    KILL_PROCESS,
    REFUSE,
    UNKNOWN,
    program,
    student_rules,
)
from leadin.running.isolation.syscall_numbers import ALL, NEWEST, REFUSED

ARCHITECTURES = {"x86_64": 0xC000003E, "aarch64": 0xC00000B7}
PID = 7
THREAD, FORK = 0x3D0F00, 0x1200011


def answer(machine: str, number: int, *arguments: int, architecture: int | None = None) -> int:
    """What the filter says to a call: classic BPF, as far as the filter uses it."""
    padded = [*arguments, *[0] * (6 - len(arguments))]
    data = struct.pack("=iIQ6Q", number, architecture or ARCHITECTURES[machine], 0, *padded)
    steps = list(struct.iter_unpack("=HBBI", program(student_rules(PID), machine)))
    accumulator = position = 0
    while True:
        code, if_true, if_false, value = steps[position]
        position += 1
        if code == 0x06:
            return int(value)
        if code == 0x20:
            (accumulator,) = struct.unpack_from("=I", data, value)
        elif code == 0x54:
            accumulator &= value
        else:
            holds = accumulator == value if code == 0x15 else accumulator >= value
            position += if_true if holds else if_false


@pytest.mark.parametrize("machine", ARCHITECTURES)
@pytest.mark.parametrize(
    ("call", "arguments", "expected"),
    [
        ("clone", (THREAD,), ALLOW),
        ("clone", (FORK,), REFUSE),
        ("clone3", (), UNKNOWN),
        ("kill", (PID, 15), ALLOW),
        ("kill", (PID, 9), KILL_PROCESS),
        ("kill", (1, 0), REFUSE),
        ("kill", (2**64 - 1, 9), REFUSE),
        ("tgkill", (PID, PID, 6), ALLOW),
        ("tgkill", (8, 8, 6), REFUSE),
        ("sendto", (3, 0, 0, 0, 0), ALLOW),
        ("sendto", (3, 0, 0, 0, 1 << 40), REFUSE),
        ("sendto", (3, 0, 0, 0, 4096), REFUSE),
        ("prctl", (1, 0), REFUSE),
        ("prctl", (15,), ALLOW),
        ("prlimit64", (0,), ALLOW),
        ("prlimit64", (1,), REFUSE),
        ("openat", (0, 0, 0o1000), REFUSE),
        ("openat", (0, 0, 0o1101), ALLOW),
        ("openat", (0, 0, 0), ALLOW),
        ("socketpair", (1,), ALLOW),
        ("socketpair", (2,), REFUSE),
        ("ioctl", (0, 0x5412), REFUSE),
        ("ioctl", (0, 0x5401), ALLOW),
        ("fcntl", (0, 8), REFUSE),
        ("fcntl", (0, 3), ALLOW),
    ],
)
def test_arguments_decide(
    machine: str, call: str, arguments: tuple[int, ...], expected: int
) -> None:
    number = ALL[call][COLUMNS[machine]]
    assert number is not None
    assert answer(machine, number, *arguments) == expected


@pytest.mark.parametrize("machine", ARCHITECTURES)
def test_what_is_listed_is_refused(machine: str) -> None:
    for calls in REFUSED.values():
        for numbers in calls.values():
            if (number := numbers[COLUMNS[machine]]) is not None:
                assert answer(machine, number) == REFUSE


@pytest.mark.parametrize("machine", ARCHITECTURES)
def test_newer_and_foreign_calls_are_unknown(machine: str) -> None:
    assert answer(machine, NEWEST + 1) == UNKNOWN
    assert answer(machine, 0x40000000) == UNKNOWN
    assert answer(machine, 0, architecture=0x40000003) == KILL_PROCESS


@pytest.mark.parametrize(("machine", "read", "write"), [("x86_64", 0, 1), ("aarch64", 63, 64)])
def test_what_every_process_needs_is_allowed(machine: str, read: int, write: int) -> None:
    assert answer(machine, read) == answer(machine, write) == ALLOW
