"""What one mechanism lacks another does: the kernel is made to look older than it is."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from leadin.course.lessons import lesson_08
from leadin.running.isolation.in_force import Isolation

from .conftest import CHECK, SUBMISSIONS, write_notebook

QUADRATIC = (SUBMISSIONS / "09-train-quadratic/correct/plain_python.py").read_text("utf-8")

#: Grades with some system calls taken away, from this process and all it starts.
WITHOUT = """
import sys
from leadin.running.isolation import privileges, seccomp
privileges.forbid_new_privileges()
seccomp.install([seccomp.Rule(call, (), seccomp.UNKNOWN) for call in sys.argv[1].split()])
from leadin.cli import main
main(sys.argv[2:])
"""

FILES, WRITES, SIGNALS, NETWORK, STARTS = "files", "writes", "signals", "network", "starts"
ATTACKS = {
    FILES: "open('/etc/passwd').read(); open(SECRET).read()",
    WRITES: "open(SECRET + '.forged', 'w')",
    SIGNALS: "os.kill(PID, 0)",
    NETWORK: "socket.create_connection(('127.0.0.1', 9), 1)",
    STARTS: "os.fork() or os._exit(0)",
    "processes": f"os.listdir('/proc/{os.getpid()}/fd')",
    "memory": "bytearray(8 << 30)",
    "disk": "[open(os.environ['HOME'] + f'/{i}', 'wb').write(bytes(1 << 24)) for i in range(40)]"
    " and time.sleep(2)",
    "oracle": f"open({lesson_08.__file__!r}).read()",
}

SPY = """
import os, socket, time
def train(x_data, y_data, w, lr, epochs):
    succeeded = []
    for name, code in ATTACKS.items():
        try:
            exec(code)
            succeeded.append(name)
        except (OSError, MemoryError) as error:
            if isinstance(error, ConnectionRefusedError): succeeded.append(name)
    raise RuntimeError(f"succeeded: {succeeded}")
"""


def grade_without(calls: str, notebook: Path) -> tuple[list[dict[str, Any]], dict[str, Any]]:
    """The report's exercises, and its isolation, on a kernel without some calls."""
    command = [sys.executable, "-c", WITHOUT, calls, "grade", "--json", "-", str(notebook)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode in (0, 1), done.stderr
    report = json.loads(done.stdout)
    (submission,) = report["submissions"]
    return submission["exercises"], report["isolation"]


@pytest.mark.parametrize(
    ("calls", "absent", "possible"),
    [
        ("unshare", ("namespaces", "private_root"), []),
        ("landlock_create_ruleset", ("landlock",), []),
        # Without a filter of system calls it gets processes of its own, in a namespace that ends.
        ("seccomp", ("seccomp",), [STARTS]),
        # Its user still owns nothing, or has no capabilities: the least that is left.
        ("unshare landlock_create_ruleset", ("namespaces", "landlock"), None),
    ],
)
def test_a_kernel_without(
    isolation: Isolation,
    tmp_path: Path,
    calls: str,
    absent: tuple[str, ...],
    possible: list[str] | None,
) -> None:
    secret = tmp_path / "ada" / "secret.txt"
    secret.parent.mkdir()
    secret.write_text("what ada wrote")
    names = f"SECRET, PID, ATTACKS = {str(secret)!r}, {os.getpid()}, {ATTACKS!r}"
    right = [QUADRATIC, 'check("09-train-quadratic", train)']
    notebook = write_notebook(
        tmp_path / "eve" / "08_training_linear.ipynb", names, SPY, CHECK, *right
    )
    judged, in_force = grade_without(calls, notebook)
    verdicts = {each["id"]: each for each in judged}
    attack, neighbour = verdicts["08-train-linear"], verdicts["09-train-quadratic"]
    assert neighbour["verdict"] == "pass"
    for mechanism in absent:
        assert not in_force[mechanism]
    if possible is None:
        assert "read and write files" in in_force["gaps"]
        return
    assert f"succeeded: {possible}" in attack["message"] or "signal 9" in attack["message"]
    assert bool(possible) == bool(in_force["gaps"])
    assert [path.name for path in secret.parent.iterdir()] == [secret.name]
