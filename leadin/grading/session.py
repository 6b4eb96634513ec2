"""The grader's end of one worker process: start it, take it through its steps, be rid of it."""

import os
import queue
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path
from types import TracebackType
from typing import Any, BinaryIO, Self, TypeVar

from leadin.exercises import Inputs
from leadin.grading.protocol import (
    MAX_MESSAGE,
    ProtocolError,
    Step,
    decode,
    decode_error,
    decode_outcome,
    encode,
)
from leadin.observe import ErrorReport, Outcome

T = TypeVar("T")

#: What a worker sees of the environment: enough to run Python, nothing that could be a secret.
_KEPT_VARIABLES = ("PATH", "LANG", "LC_ALL", "TMPDIR", "TEMP", "TMP", "SYSTEMROOT", "PATHEXT")


class WorkerTimeoutError(Exception):
    """A step has not ended in time."""


class WorkerLostError(Exception):
    """The process ended, or said something that our own code never says."""


class Session:
    """A worker with a notebook loaded. Used as a context manager: no process outlives it."""

    def __init__(self, steps: Sequence[Step], folder: Path, time_limit: float) -> None:
        """Start the worker.

        Args:
            steps: what to do, in order.
            folder: where the notebook lies; the worker's current folder.
            time_limit: seconds for each cell and each call.
        """
        self._time_limit = time_limit
        self._home = tempfile.TemporaryDirectory(
            prefix="leadin-worker-", ignore_cleanup_errors=True
        )
        self._process = subprocess.Popen(
            # Isolated: neither the student's folder nor PYTHON… variables come before our code.
            [sys.executable, "-I", "-m", "leadin.grading.worker"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            cwd=folder,
            env=self._environment(),
            # A group of its own, so that what the student starts ends with it.
            start_new_session=True,
        )
        self._lines: queue.Queue[bytes] = queue.Queue()
        threading.Thread(target=self._read_lines, daemon=True).start()
        self._send({"steps": [asdict(step) for step in steps]})

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        _type: type[BaseException] | None,
        _error: BaseException | None,
        _traceback: TracebackType | None,
    ) -> None:
        self._kill()
        for stream in (self._process.stdin, self._process.stdout):
            if stream:
                with suppress(OSError):
                    stream.close()
        self._home.cleanup()

    def run_cell(self, position: int) -> ErrorReport | None:
        """Wait until the cell at this step has run; return what it raised.

        Raises:
            WorkerTimeoutError: it has not ended in time.
            WorkerLostError: there is no worker any more.
        """
        error = self._receive(position, "error")
        return None if error is None else self._parse(decode_error, error)

    def call(self, position: int, inputs: Inputs) -> Outcome:
        """Call the function of this step once.

        Raises:
            WorkerTimeoutError: it has not ended in time.
            WorkerLostError: there is no worker any more.
        """
        self._send({"call": list(inputs.values())})
        return self._parse(decode_outcome, self._receive(position, "outcome"))

    def end_calls(self, position: int) -> None:
        """Leave a step that judges.

        Raises:
            WorkerTimeoutError: the worker does not answer in time.
            WorkerLostError: there is no worker any more.
        """
        self._send({"call": None})
        self._receive(position, "error")

    def _environment(self) -> dict[str, str]:
        kept = {name: os.environ[name] for name in _KEPT_VARIABLES if name in os.environ}
        return {
            **kept,
            "HOME": self._home.name,
            "IPYTHONDIR": self._home.name,
            "MPLCONFIGDIR": self._home.name,
            "MPLBACKEND": "agg",
            # The tensors are tiny: a second thread would only wait.
            "OMP_NUM_THREADS": "1",
        }

    def _send(self, message: dict[str, Any]) -> None:
        stream = self._process.stdin
        assert stream is not None
        with suppress(OSError):  # a lost worker shows when its answer is awaited
            stream.write(encode(message))
            stream.flush()

    def _receive(self, position: int, key: str) -> object:
        try:
            line = self._lines.get(timeout=self._time_limit)
        except queue.Empty:
            raise WorkerTimeoutError from None
        if not line:
            raise WorkerLostError(self._how_it_ended())
        message = self._parse(decode, line)
        if message.keys() != {"step", key} or message["step"] != position:
            raise WorkerLostError("its process sent a message that makes no sense")
        return message[key]

    def _parse(self, parser: Callable[[Any], T], value: object) -> T:
        try:
            return parser(value)
        except ProtocolError as error:
            raise WorkerLostError(
                f"its process sent a message that makes no sense: {error}"
            ) from None

    def _read_lines(self) -> None:
        stream: BinaryIO | None = self._process.stdout  # type: ignore[assignment]
        assert stream is not None
        with suppress(OSError, ValueError):  # closed at the end of the session
            while line := stream.readline(MAX_MESSAGE + 1):
                self._lines.put(line)
        self._lines.put(b"")

    def _how_it_ended(self) -> str:
        try:
            code = self._process.wait(timeout=1)
        except subprocess.TimeoutExpired:
            return "its process closed the line to the grader"
        how = f"signal {-code}" if code < 0 else f"exit code {code}"
        return f"its process ended ({how})"

    def _kill(self) -> None:
        if hasattr(os, "killpg"):
            with suppress(OSError):
                os.killpg(self._process.pid, 9)
        self._process.kill()
        self._process.wait()
