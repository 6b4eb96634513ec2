"""Who runs notebooks: threads of this process, over one launcher."""

import threading
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import Protocol, Self

from leadin.running.grade import TRIES, CannotGradeError, GradedNotebook, Task, run_task
from leadin.running.launcher import Launcher, LauncherLostError, LaunchError, Mode, Worker
from leadin.running.run import Settings


class NotIsolatedError(CannotGradeError):
    """Student code would not be kept to itself here; the text says in one line what is open."""


class UnrunnableError(Exception):
    """A notebook can't be run, though others can; the text says why in one line."""


class Crew(Protocol):
    """Runs notebooks.

    Attributes:
        size: how many to hand over at once, so that none of them waits for work.
    """

    size: int

    def submit(self, task: Task, settings: Settings) -> Future[GradedNotebook]:
        """Run a notebook some time soon.

        A CannotGradeError in the future ends the whole run; any other one is about this notebook.
        """

    def stop(self) -> None:
        """End what runs, and run nothing any more."""


class LocalCrew:
    """Threads that wait for processes of one launcher. Used as a context manager."""

    def __init__(self, launcher: Launcher, jobs: int, mode: Mode) -> None:
        """Start nothing yet.

        Args:
            launcher: starts the processes; it is closed by whoever has opened it.
            jobs: notebooks at a time.
            mode: with `auto`, no student code runs in a process that is not isolated.
        """
        self.size = 2 * jobs
        self._gate = _Gate(launcher, must_isolate=mode == "auto")
        self._pool = ThreadPoolExecutor(max_workers=jobs)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, exception: type[BaseException] | None, *_: object) -> None:
        if exception:
            self.stop()
        self._pool.shutdown()

    def submit(self, task: Task, settings: Settings) -> Future[GradedNotebook]:
        """Run a notebook when a thread is free."""
        return self._pool.submit(self.run, task, settings)

    def stop(self) -> None:
        """End all processes; a thread that waits for one then sees its end."""
        self._pool.shutdown(wait=False, cancel_futures=True)
        self._gate.close()

    def run(self, task: Task, settings: Settings) -> GradedNotebook:
        """Run a notebook in this thread."""
        try:
            return run_task(task, settings, self._gate)
        except LauncherLostError as error:
            if self._gate.works():
                reason = f"what starts the processes ended {TRIES} times meanwhile"
                raise UnrunnableError(reason) from error
            raise CannotGradeError("no process can be started any more") from error
        except LaunchError as error:
            if self._gate.works():
                raise UnrunnableError(str(error)) from error
            raise CannotGradeError(str(error)) from error


class _Gate(Launcher):
    """A launcher's processes, but none that is not isolated, and none after the end."""

    def __init__(self, launcher: Launcher, must_isolate: bool) -> None:
        self._launcher = launcher
        self._must_isolate = must_isolate
        self._is_shut = threading.Event()

    def warm_up(self) -> None:
        self._launcher.warm_up()

    def launch(self, folder: Path | None, cpu_seconds: int) -> Worker:
        if self._is_shut.is_set():
            raise LaunchError("the grader was stopped")
        worker = self._launcher.launch(folder, cpu_seconds)
        if self._must_isolate and worker.isolation.gaps:
            # Nothing of the student's has been sent to it yet.
            worker.close()
            raise NotIsolatedError(
                f"on this system, student code can {', '.join(worker.isolation.gaps)}; "
                "--isolation none grades all the same"
            )
        return worker

    def works(self) -> bool:
        """Whether a process can be started at all."""
        try:
            self.launch(None, 10).close()
        except LaunchError:
            return False
        return True

    def close(self) -> None:
        self._is_shut.set()
        self._launcher.close()
