"""The grader's end of one worker process: take it through its steps, then be rid of it."""

import time
from collections.abc import Callable, Sequence
from dataclasses import asdict
from types import TracebackType
from typing import Any, NoReturn, Self, TypeVar

from leadin.course import Inputs
from leadin.observe import ErrorReport, Outcome
from leadin.running.launcher import Worker
from leadin.running.protocol import (
    ProtocolError,
    Step,
    decode,
    decode_error,
    decode_outcome,
    encode,
)

T = TypeVar("T")

#: Number of the signal that ends a process at its limit of processor time (Linux, macOS).
_SIGXCPU = 24


class WorkerTimeoutError(Exception):
    """A step has not ended in time."""


class WorkerLostError(Exception):
    """The process ended, or said something that our own code never says.

    Attributes:
        how: which of these it is: with `call_` or `cell_` before it, id of a verdict's reason.
        fields: values of that reason.
    """

    def __init__(self, how: str, **fields: str | int) -> None:
        super().__init__(how)
        self.how = how
        self.fields = fields


class Session:
    """A worker with a notebook loaded. Used as a context manager: no process outlives it."""

    def __init__(
        self, worker: Worker, steps: Sequence[Step], time_limit: float, deadline: float
    ) -> None:
        """Hand a notebook to a worker.

        Args:
            worker: a new one, closed at the end of the session.
            steps: what to do, in order.
            time_limit: seconds for each cell and each call.
            deadline: when all must have ended (time.monotonic).
        """
        self._worker = worker
        self._deadline = deadline
        self._time_limit = time_limit
        self._send({"steps": [asdict(step) for step in steps]})

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        _type: type[BaseException] | None,
        _error: BaseException | None,
        _traceback: TracebackType | None,
    ) -> None:
        self._worker.close()

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

    def _send(self, message: dict[str, Any]) -> None:
        self._worker.send(encode(message))

    def _receive(self, position: int, key: str) -> object:
        try:
            left = max(0.0, self._deadline - time.monotonic())
            line = self._worker.lines.next(min(self._time_limit, left))
        except TimeoutError:
            raise WorkerTimeoutError from None
        if not line:
            self._raise_how_it_ended()
        message = self._parse(decode, line)
        if message.keys() != {"step", key} or message["step"] != position:
            raise WorkerLostError("sent_other_step")
        return message[key]

    def _parse(self, parser: Callable[[Any], T], value: object) -> T:
        try:
            return parser(value)
        except ProtocolError as error:
            raise WorkerLostError("sent_nonsense", detail=str(error)) from None

    def _raise_how_it_ended(self) -> NoReturn:
        code = self._worker.exit_code(timeout=1)
        if code is None:
            raise WorkerLostError("closed_line")
        if code == -_SIGXCPU:
            raise WorkerTimeoutError
        if code < 0:
            raise WorkerLostError("ended_by_signal", signal=-code)
        raise WorkerLostError("ended_with_code", code=code)
