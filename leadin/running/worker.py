"""What runs a student's notebook, in a process forked for it or `python -m leadin.running.worker`.

It runs cells as Restart & Run All would, goes on after one that fails, and where a check stands it
calls the student's function with the inputs that the grader sends, one call at a time. It imports
neither exercises nor diagnosis: it knows no right answer.

Spoken over two pipes, or standard input and output (see protocol): the grader sends
`{"steps": […]}`. Each step is answered by `{"step": i, "error": …}`, and before that, for a step
that judges, each `{"call": […]}` by `{"step": i, "outcome": …}`, until `{"call": null}`.
"""

import json
import os
import sys
import types
from pathlib import Path
from typing import Any, BinaryIO

from IPython.core.interactiveshell import InteractiveShell
from IPython.utils.text import SList
from traitlets.config import Config

import leadin
from leadin.observe import ErrorReport, Outcome, observe, report_error
from leadin.running.protocol import Step, encode, encode_outcome


def main() -> None:
    """Serve one notebook in a process that was started for it, then end."""
    requests, replies = _take_channel()
    shell = start_shell()
    # A student's own modules can be imported, but can't stand in for installed ones.
    sys.path.append(str(Path.cwd()))
    serve(shell, requests, replies)


def serve(shell: InteractiveShell, requests: BinaryIO, replies: BinaryIO) -> None:
    """Take one notebook through its steps.

    Args:
        shell: runs the cells.
        requests: what the grader says.
        replies: where the answers go.
    """
    steps = [Step(**step) for step in _receive(requests)["steps"]]
    for position, step in enumerate(steps):
        if step.function is None:
            error = run_cell(shell, step.source)
        else:
            error = None
            while (arguments := _receive(requests)["call"]) is not None:
                outcome = call(shell, step.function, arguments)
                _send(replies, {"step": position, "outcome": encode_outcome(outcome)})
        _send(replies, {"step": position, "error": vars(error) if error else None})


def run_cell(shell: InteractiveShell, source: str) -> ErrorReport | None:
    """Run one cell, magics included; return what it raised."""
    # An earlier cell may have taken these away, and IPython can't do without.
    sys.stdout, sys.stderr = sys.__stdout__, sys.__stderr__
    try:
        result = shell.run_cell(source, store_history=False)
    except BaseException as failure:  # IPython itself stumbles over a student's sys.stdout = None
        return report_error(failure)
    error = result.error_before_exec or result.error_in_exec
    return report_error(error) if error else None


def call(shell: InteractiveShell, function: str, arguments: list[Any]) -> Outcome:
    """Call a function of the notebook by its name."""
    if function not in shell.user_ns:
        report = ErrorReport("NameError", f"name '{function}' is not defined")
        return Outcome("raised", error=report)
    outcome = observe(shell.user_ns[function], arguments)
    # torch has no exception of its own for this.
    if outcome.error and "DefaultCPUAllocator: can't allocate memory" in outcome.error.message:
        return Outcome("memory")
    return outcome


def _take_channel() -> tuple[BinaryIO, BinaryIO]:
    """Keep standard input and output for messages, and give student code empty ones."""
    requests, replies = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    null = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(null, stream)
    return requests, replies


def _receive(requests: BinaryIO) -> dict[str, Any]:
    line = requests.readline()
    if not line:  # the grader is gone
        sys.exit()
    message: dict[str, Any] = json.loads(line)
    return message


def _send(replies: BinaryIO, message: dict[str, Any]) -> None:
    replies.write(encode(message))
    replies.flush()


def start_shell() -> InteractiveShell:
    """A shell without a history, in which no check says anything."""
    config = Config()
    config.HistoryManager.enabled = False
    config.InteractiveShell.colors = "nocolor"
    shell = InteractiveShell.instance(config=config)
    # Nobody sees what a cell shows, so no picture is drawn of it.
    vars(shell.display_formatter)["format"] = lambda *_arguments, **_options: ({}, {})
    vars(shell).update(
        # `%matplotlib inline` asks for an event loop, which only a kernel has.
        enable_gui=lambda _gui=None: None,
        # `!pip install …` would have to start a program, which an isolated process can't.
        system=lambda _command: None,
        getoutput=lambda *_arguments, **_options: SList(),
    )
    # Judged here is the function that a check cell would get. The check itself stays outside.
    stand_in: Any = types.ModuleType("leadin.check")
    stand_in.check = lambda *_arguments, **_options: None
    sys.modules["leadin.check"] = stand_in
    vars(leadin)["check"] = stand_in
    # Nothing of what judges can be imported here.
    for room in ("charts", "course", "judging", "notebook", "training", "words"):
        sys.modules[f"leadin.{room}"] = None  # type: ignore[assignment]
    return shell


if __name__ == "__main__":
    main()
