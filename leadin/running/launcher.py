"""What starts the processes that run notebooks, and what such a process is like."""

import os
import queue
import threading
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO, Literal, Protocol, Self, TypeAlias

from leadin.running.isolation.in_force import Isolation
from leadin.running.protocol import MAX_MESSAGE

#: `auto`: everything that the system offers; `none`: nothing but a process of its own.
Mode: TypeAlias = Literal["auto", "none"]

#: What student code sees of the environment: enough to run Python, nothing that could be a secret.
_KEPT_VARIABLES = ("PATH", "LANG", "LC_ALL", "SYSTEMROOT", "PATHEXT")

#: Variables that name a folder to write to.
HOMES = ("HOME", "TMPDIR", "TEMP", "TMP", "IPYTHONDIR", "MPLCONFIGDIR")

#: Lines that are held before they are asked for; then the sender has to wait.
_HELD = 4
#: Seconds to wait for a killed process's line to break.
_BREAKS_WITHIN = 5.0


class LaunchError(Exception):
    """No process could be started; the text says why in one line. It is no student's fault."""


class LauncherLostError(LaunchError):
    """What starts the processes has ended, and all of them with it."""


class Lines:
    """Reads ahead in a thread, because not every system can wait for a pipe with a time limit."""

    def __init__(self, stream: BinaryIO) -> None:
        """Start to read.

        Args:
            stream: read from here on, and closed in the end, by this object alone.
        """
        self._stream = stream
        self._lines: queue.Queue[bytes] = queue.Queue(_HELD)
        self._has_ended = False
        self._thread = threading.Thread(target=self._read, daemon=True)
        self._thread.start()

    def next(self, timeout: float) -> bytes:
        """The next line, cut when it is longer than any message; empty at the end.

        Args:
            timeout: seconds to wait.

        Raises:
            TimeoutError: none has come.
        """
        if self._has_ended:
            return b""
        try:
            line = self._lines.get(timeout=timeout)
        except queue.Empty:
            raise TimeoutError from None
        self._has_ended = not line
        return line

    def close(self) -> None:
        """Read no more. Whoever writes must have been ended."""
        with suppress(TimeoutError):
            while self.next(_BREAKS_WITHIN):
                pass
            self._thread.join()
            self._stream.close()

    def _read(self) -> None:
        with suppress(OSError, ValueError):
            while line := self._stream.readline(MAX_MESSAGE + 1):
                self._lines.put(line)
        self._lines.put(b"")


class Worker(Protocol):
    """A process that runs one notebook.

    Attributes:
        lines: what it says.
        isolation: what keeps it to itself.
    """

    lines: Lines
    isolation: Isolation

    def send(self, data: bytes) -> None:
        """Say something to it; whether it still listens shows when its answer is awaited."""

    def exit_code(self, timeout: float) -> int | None:
        """How it ended: its exit code, minus a signal's number, or None if it still runs.

        Args:
            timeout: seconds to wait for its end.

        Raises:
            LauncherLostError: it is not known, since what started it has ended too.
        """

    def close(self) -> None:
        """End it, with all that it started and left behind."""


class Launcher(Protocol):
    """Starts workers, for several threads at once. As a context manager it closes itself."""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_exception: object) -> None:
        self.close()

    def warm_up(self) -> None:
        """Workers will be needed soon."""

    def launch(self, folder: Path | None, cpu_seconds: int) -> Worker:
        """Start a worker.

        Args:
            folder: the current folder of its code; None for an empty one.
            cpu_seconds: processor time that it may use, where that can be limited.

        Raises:
            LaunchError: it can't be started.
        """

    def close(self) -> None:
        """End what starts the workers, and with it all of them."""


def environment(home: str) -> dict[str, str]:
    """Variables for a process that runs student code.

    Args:
        home: a folder that it may write to.
    """
    kept = {name: os.environ[name] for name in _KEPT_VARIABLES if name in os.environ}
    return {
        **kept,
        **dict.fromkeys(HOMES, home),
        "USER": "student",
        "MPLBACKEND": "agg",
        # The tensors are tiny: a second thread would only wait.
        "OMP_NUM_THREADS": "1",
        "OPENBLAS_NUM_THREADS": "1",
    }
