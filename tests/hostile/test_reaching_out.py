"""What student code tries to do to the world outside, and can't."""

import os
import socket
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from leadin.running.isolation import kernel
from leadin.running.isolation.syscall_numbers import ALL, REFUSED

from .conftest import Class

LIBC = "libc = ctypes.CDLL(None, use_errno=True)\n"

WRITING = {
    "beside its notebook": "found = open('forged.txt', 'w')",
    "into its notebook": "found = open(EVE, 'a')",
    "into another student's folder": "found = open(Path(ADA).parent / 'conftest.py', 'w')",
    "into /tmp": "found = open('/tmp/leadin-was-here', 'w')",
    "into a library": "found = open(os.__file__, 'a')",
    "a library away, opened for reading": (
        "found = os.open(os.__file__, os.O_RDONLY | os.O_TRUNC)"
    ),
    "a library shorter": "os.truncate(os.__file__, 0); found = 1",
    "new modes": "os.chmod(os.__file__, 0o777); found = 1",
    "a module of its own into a library": (
        "found = open(Path(os.__file__).parent / 'sitecustomize.py', 'w')"
    ),
    "a device": "found = os.mknod(Path.home() / 'sda', 0o060666, os.makedev(8, 0)) or 1",
}

REACHING = {
    "an internet socket": "found = socket.socket()",
    "a raw socket": "found = socket.socket(socket.AF_PACKET, socket.SOCK_RAW)",
    "netlink": "found = socket.socket(socket.AF_NETLINK, socket.SOCK_RAW)",
    "a name server": "found = socket.getaddrinfo('localhost', 80)[0] and socket.socket()",
    "the system's log": (
        "pair, _ = socket.socketpair(type=socket.SOCK_DGRAM)\n"
        "pair.sendto(b'hello', '/dev/log'); found = 1"
    ),
    "a signal to its parent": "os.kill(os.getppid() or 2, signal.SIGKILL); found = 1",
    "a signal to the grader": f"os.kill({os.getpid()}, signal.SIGKILL); found = 1",
    "a signal to everybody": "os.kill(-1, signal.SIGKILL); found = 1",
    "a signal to the grader's group": f"os.killpg({os.getpgrp()}, signal.SIGTERM); found = 1",
    "a lower priority for everybody": "os.setpriority(os.PRIO_USER, 0, 19); found = 1",
    "limits of the grader": (
        f"import resource; found = resource.prlimit({os.getpid()}, resource.RLIMIT_CPU, (1, 1))"
    ),
    "another user": "os.setuid(12345); found = os.getuid() == 12345 or 1 / 0",
    "a program": "subprocess.run(['true']); found = 1",
    "a program in its place": "os.execv('/bin/true', ['true'])",
    "a shell": "os.system('true') == 0 or 1 / 0; found = 1",
    "a daemon": "os.fork() or (os.setsid(), time.sleep(600)); found = 1",
    "fifty processes": "found = [os.fork() or time.sleep(600) for _ in range(50)]",
    "processes of a library": (
        "import multiprocessing as mp\np = mp.get_context('spawn').Process(target=print)\n"
        "p.start(); found = 1"
    ),
}


@pytest.mark.parametrize("code", WRITING.values(), ids=WRITING)
def test_it_can_not_write(classroom: Class, code: str) -> None:
    message = classroom.attack(code)
    assert "refused by" in message
    assert not Path("/tmp/leadin-was-here").exists()
    assert [path.name for path in classroom.eves.parent.iterdir()] == [classroom.eves.name]
    assert [path.name for path in classroom.adas.parent.iterdir()] == [classroom.adas.name]


@pytest.mark.parametrize("code", REACHING.values(), ids=REACHING)
def test_it_can_not_reach(classroom: Class, nothing_is_left: Callable[[], None], code: str) -> None:
    assert "refused by" in classroom.attack(code)


def test_it_can_not_connect_to_a_server_on_this_machine(classroom: Class) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.1)
        port = server.getsockname()[1]
        code = f"found = socket.create_connection(('127.0.0.1', {port}), timeout=5)"
        assert "refused by" in classroom.attack(code)
        with pytest.raises(TimeoutError):
            server.accept()


#: Not tried out: one of these would do harm should it not be refused.
HARMFUL = {"reboot", "kexec_load", "kexec_file_load", "vhangup", "fork", "vfork"}
CALLS = [call for calls in REFUSED.values() for call in calls if call not in HARMFUL]


def test_refused_system_calls_fail_as_not_permitted(classroom: Class) -> None:
    """With null arguments; not permitted is told before anything else would be."""
    numbers = {call: ALL[call][kernel.COLUMNS[kernel.MACHINE]] for call in CALLS}
    known = {call: number for call, number in numbers.items() if number is not None}
    code = LIBC + (
        "found = []\n"
        f"for name, number in {known!r}.items():\n"
        "    ctypes.set_errno(0)\n"
        "    if not (libc.syscall(number, *[0] * 6) == -1 and ctypes.get_errno() == 1):\n"
        "        found.append(name)"
    )
    assert "succeeded with []" in classroom.attack(code)


def test_system_calls_that_nobody_has_looked_at_are_unknown(classroom: Class) -> None:
    code = LIBC + (
        "found = []\n"
        "for number in [*range(451, 600), 0x40000000 + 1]:\n"
        "    ctypes.set_errno(0)\n"
        "    if not (libc.syscall(number, *[0] * 6) == -1 and ctypes.get_errno() == 38):\n"
        "        found.append(number)"
    )
    assert "succeeded with []" in classroom.attack(code)


def test_threads_of_its_own_are_allowed(classroom: Class) -> None:
    code = """
thread = threading.Thread(target=print)
thread.start(); thread.join(); found = 'threads'
"""
    assert "succeeded with 'threads'" in classroom.attack(code)
    assert threading.active_count() >= 1
