"""What a process of a cluster does with a notebook that it is sent: run it, judge it, answer.

Student code does not run in that process, but in one that its warm process has forked.
"""

import atexit
import os
import socket
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, nullcontext
from dataclasses import replace

from leadin.gradebook.class_run import LocalCrew
from leadin.gradebook.cluster_messages import (
    decode_notebook,
    encode_failure,
    encode_graded,
    laid_out,
)
from leadin.running.grade import CannotGradeError, GradedNotebook, Task
from leadin.running.launcher import Mode
from leadin.running.start import open_launcher
from leadin.running.walk import Settings

#: Seconds without a notebook after which the warm process ends: the cluster is others' as well.
IDLE = 60.0


def grade(message: bytes) -> bytes:
    """Run and judge one notebook. Several threads may do so at a time.

    Args:
        message: the notebook, as `encode_notebook` gives it.

    Returns:
        An answer for `decode_answer`: the verdicts, or what failed.
    """
    try:
        return encode_graded(_run(*decode_notebook(message)))
    except Exception as error:
        if isinstance(error, ImportError):  # it lacks what every notebook needs
            error = CannotGradeError(str(error))
        return encode_failure(error, f"{socket.gethostname()} (process {os.getpid()})")


def _run(
    task: Task, files: Mapping[str, bytes] | None, settings: Settings, mode: Mode
) -> GradedNotebook:
    assert task.submission is not None
    place = nullcontext() if files is None else laid_out(files)
    with _CREWS[mode].in_use() as crew, place as folder:
        submission = replace(task.submission, folder=folder)
        return crew.run(replace(task, submission=submission), settings)


class _SharedCrew:
    """One crew for all threads of this process, while they need it and a little longer."""

    def __init__(self, mode: Mode) -> None:
        self._mode = mode
        self._lock = threading.Lock()
        self._users = 0
        self._crew: LocalCrew | None = None
        self._timer: threading.Timer | None = None

    @contextmanager
    def in_use(self) -> Iterator[LocalCrew]:
        with self._lock:
            self._users += 1
            if self._timer:
                self._timer.cancel()
            if self._crew is None:
                # It runs notebooks in the threads that ask for it, and needs none of its own.
                self._crew = LocalCrew(open_launcher(self._mode), 1, self._mode)
            crew = self._crew
        try:
            yield crew
        finally:
            with self._lock:
                self._users -= 1
                if not self._users:
                    self._timer = threading.Timer(IDLE, self._close_if_idle)
                    self._timer.daemon = True
                    self._timer.start()

    def _close_if_idle(self) -> None:
        with self._lock:
            if not self._users:
                self.close()

    def close(self) -> None:
        """End the warm process, and with it every process that it has forked."""
        if self._crew:
            self._crew.stop()
            self._crew = None


_CREWS: dict[Mode, _SharedCrew] = {"auto": _SharedCrew("auto"), "none": _SharedCrew("none")}
for _each in _CREWS.values():
    atexit.register(_each.close)
