"""Where the processes that run notebooks come from."""

import os
import sys
from pathlib import Path
from typing import Literal, Protocol, Self, TypeAlias

from leadin.running.isolation.report import Isolation
from leadin.running.lines import Lines

#: `auto`: everything that the system offers; `none`: nothing but a process of its own.
Mode: TypeAlias = Literal["auto", "none"]

#: Systems on which a process with torch in it can be forked. Not macOS: Apple's libraries that
#: torch calls there (Accelerate, dispatch queues) don't promise to work in a forked process.
_FORKING = ("linux",)

#: What student code sees of the environment: enough to run Python, nothing that could be a secret.
_KEPT_VARIABLES = ("PATH", "LANG", "LC_ALL", "SYSTEMROOT", "PATHEXT")

#: Variables that name a folder to write to.
HOMES = ("HOME", "TMPDIR", "TEMP", "TMP", "IPYTHONDIR", "MPLCONFIGDIR")


class LaunchError(Exception):
    """No process could be started; the text says why in one line. It is no student's fault."""


class LauncherLostError(LaunchError):
    """What starts the processes has ended, and all of them with it."""


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
    """Starts workers; used as a context manager, and from several threads at once."""

    def __enter__(self) -> Self: ...

    def __exit__(self, *_exception: object) -> None: ...

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


def open_launcher(mode: Mode = "auto") -> Launcher:
    """The best launcher for this system."""
    if sys.platform in _FORKING:
        from leadin.running.warm.client import WarmLauncher

        return WarmLauncher(isolated=mode == "auto")
    from leadin.running.spawned import SpawnLauncher

    return SpawnLauncher()


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
