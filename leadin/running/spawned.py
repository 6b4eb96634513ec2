"""A new Python for every notebook: slow, not isolated, and possible on every system."""

import os
import subprocess
import sys
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO, cast

from leadin.running.isolation.in_force import Isolation
from leadin.running.launcher import Launcher, LaunchError, Lines, environment


class SpawnLauncher(Launcher):
    """Starts `python -m leadin.running.worker`."""

    def warm_up(self) -> None:
        """Nothing can be done ahead."""

    def launch(self, folder: Path | None, cpu_seconds: int) -> "SpawnedWorker":
        """Start a worker; its processor time is not limited.

        Raises:
            LaunchError: the system has no room for another process.
        """
        try:
            return SpawnedWorker(folder)
        except OSError as error:
            raise LaunchError(f"no process can be started: {error.strerror}") from error

    def close(self) -> None:
        """There is nothing but the workers, and each is closed by whoever has it."""


class SpawnedWorker:
    """A worker with a home folder that is removed with it.

    Attributes:
        lines: what it says.
        isolation: nothing.
    """

    isolation = Isolation()

    def __init__(self, folder: Path | None) -> None:
        self._home = tempfile.TemporaryDirectory(
            prefix="leadin-worker-", ignore_cleanup_errors=True
        )
        self._process = subprocess.Popen(
            # Isolated: neither the student's folder nor PYTHON… variables come before our code.
            [sys.executable, "-I", "-m", "leadin.running.worker"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            cwd=folder or self._home.name,
            env=environment(self._home.name),
            # A group of its own, so that what the student starts ends with it.
            start_new_session=True,
        )
        self.lines = Lines(cast(BinaryIO, self._process.stdout))

    def send(self, data: bytes) -> None:
        """Write to its standard input."""
        stream = self._process.stdin
        assert stream is not None
        with suppress(OSError):
            stream.write(data)
            stream.flush()

    def exit_code(self, timeout: float) -> int | None:
        """How it ended, or None."""
        try:
            return self._process.wait(timeout)
        except subprocess.TimeoutExpired:
            return None

    def close(self) -> None:
        """Kill its process group and remove its home."""
        if hasattr(os, "killpg"):
            with suppress(OSError):
                os.killpg(self._process.pid, 9)
        self._process.kill()
        self._process.wait()
        self.lines.close()
        if self._process.stdin:
            with suppress(OSError):
                self._process.stdin.close()
        self._home.cleanup()
