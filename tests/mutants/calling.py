"""Calls a mutant: in a process of its own, or in this one when it is known to do no harm."""

import contextlib
import copy
import linecache
import multiprocessing
import os
from collections.abc import Callable, Iterator
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any, Protocol

from leadin.course import Inputs
from leadin.observe import ErrorReport, Outcome, bounded_printing, observe, report_error

#: What a mutant's process may take beyond what it starts with, in bytes, and of the processor.
MEMORY = 1_500_000_000
CPU_SECONDS = 120


class Called(Protocol):
    """A function that answers calls.

    Attributes:
        stopped: the error that its text stops with before it can be called.
    """

    stopped: ErrorReport | None

    def __call__(self, inputs: Inputs) -> Outcome:
        """Call it once."""


class Here:
    """Calls a function in this process: for texts that are known to do no harm."""

    def __init__(self, source: str, function: str) -> None:
        self.stopped: ErrorReport | None = None
        with bounded_printing(0):
            try:
                self._function = _defined(source, function)
            except BaseException as error:
                self.stopped = report_error(error)

    def __call__(self, inputs: Inputs) -> Outcome:
        """Call it once."""
        with bounded_printing(0):
            return observe(self._function, copy.deepcopy([*inputs.values()]))


def _defined(source: str, function: str) -> Callable[..., Any]:
    """Run a text, so that errors in it can be shown with their lines."""
    name = "<answer>"
    linecache.cache[name] = (len(source), None, source.splitlines(keepends=True), name)
    namespace: dict[str, Any] = {"__name__": "answer"}
    exec(compile(source, name, "exec"), namespace)
    if not callable(namespace.get(function)):
        raise NameError(f"name {function!r} is not defined")
    found: Callable[..., Any] = namespace[function]
    return found


class Apart:
    """Calls a function in a process that is forked for it, and ended when a call takes too long.

    The process that forks must have torch loaded and no other thread; see `prepare`.
    """

    def __init__(self, source: str, function: str, seconds: float) -> None:
        self._seconds = seconds
        forking = multiprocessing.get_context("fork")
        self._pipe, theirs = forking.Pipe()
        self._process = forking.Process(
            target=_answer_calls, args=(theirs, self._pipe, source, function), daemon=True
        )
        self._process.start()
        theirs.close()
        self._ended: Outcome | None = None
        self.stopped = self._receive()

    def __call__(self, inputs: Inputs) -> Outcome:
        """Call it once; the same answer for ever, once it has not come back."""
        if self._ended is None:
            self._pipe.send(inputs)
            outcome = self._receive()
            if isinstance(outcome, Outcome):
                return outcome
        return self._ended or Outcome("memory")

    def _receive(self) -> Any:
        try:
            if self._pipe.poll(self._seconds):
                return self._pipe.recv()
            self._ended = Outcome("timeout")
        except (EOFError, OSError):  # the kernel has ended it
            self._ended = Outcome("memory")
        return None

    def close(self) -> None:
        """End the process."""
        self._process.kill()
        self._process.join()
        self._process.close()
        self._pipe.close()


@contextlib.contextmanager
def apart(source: str, function: str, seconds: float) -> Iterator[Apart]:
    """Call a function in a process of its own, and end it afterwards.

    Args:
        source: text that defines the function.
        function: its name.
        seconds: the most that one call may take.
    """
    called = Apart(source, function, seconds)
    try:
        yield called
    finally:
        called.close()


def prepare() -> None:
    """Load what answers import, once: a forked process has it then, where loading takes seconds."""
    import torch._dynamo  # the first optimizer would load it
    import torch.utils.data

    torch.set_num_threads(1)


def _answer_calls(pipe: Connection, others_end: Connection, source: str, function: str) -> None:
    others_end.close()  # or this process would not hear that the other one has ended
    _limit()
    here = Here(source, function)
    pipe.send(here.stopped)
    with contextlib.suppress(EOFError):
        while here.stopped is None:
            pipe.send(here(pipe.recv()))


def _limit() -> None:
    import resource  # not on Windows, where there are no forks either

    silence = os.open(os.devnull, os.O_WRONLY)
    os.dup2(silence, 1)
    os.dup2(silence, 2)
    pages = int(Path("/proc/self/statm").read_text().split()[5])
    memory = pages * resource.getpagesize() + MEMORY
    resource.setrlimit(resource.RLIMIT_DATA, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))
