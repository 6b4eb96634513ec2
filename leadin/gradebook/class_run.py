"""Grade a class: what is not known yet, each result stored at once."""

import hashlib
import threading
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Literal, Protocol, Self, TypeAlias

from leadin.course import EXERCISES, AnyExercise
from leadin.gradebook.class_folder import Student
from leadin.gradebook.fingerprint import Fingerprints
from leadin.gradebook.handed_in import plan_student
from leadin.gradebook.store import Store
from leadin.judging import Reason
from leadin.running.grade import TRIES, CannotGradeError, GradedNotebook, Task, plan_files, run_task
from leadin.running.launcher import Launcher, LauncherLostError, LaunchError, Mode, Worker
from leadin.running.walk import Settings
from leadin.words import say_reason


class NotIsolatedError(CannotGradeError):
    """Student code would not be kept to itself here; the text says in one line what is open."""


class UnrunnableError(Exception):
    """A notebook can't be run, though others can.

    Attributes:
        reason: why.
    """

    def __init__(self, reason: Reason) -> None:
        self.reason = reason
        super().__init__(say_reason(reason))


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
                raise UnrunnableError(Reason("starter_ended", {"tries": TRIES})) from error
            raise CannotGradeError("no process can be started any more") from error
        except LaunchError as error:
            if self._gate.works():
                raise UnrunnableError(Reason("can_not_be_run", {"why": str(error)})) from error
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


#: Whether all students' answers are judged on the same hidden inputs.
InputsFor: TypeAlias = Literal["shared", "per-student"]

#: What a result that has come from a failure of ours depends on: it is never taken for known.
_NOT_KNOWN = ""
#: When this many notebooks can't be run, and not one can, it is no use to go on.
MOST_FAILURES = 20


@dataclass(frozen=True)
class Order:
    """How a class is graded.

    Attributes:
        exercises: what was to be done.
        settings: how notebooks are run.
        inputs: with `per-student`, the seed and the student's name choose the hidden inputs.
        mode: how student code is isolated; part of what a result depends on.
        regrade: run also what is known.
    """

    exercises: tuple[AnyExercise, ...] = tuple(EXERCISES.values())
    settings: Settings = field(default_factory=Settings)
    inputs: InputsFor = "shared"
    mode: Mode = "auto"
    regrade: bool = False

    def settings_for(self, student: str) -> Settings:
        """How a student's notebooks are run."""
        if self.inputs == "shared":
            return self.settings
        text = f"{self.settings.seed}/{student}".encode()
        return replace(self.settings, seed=int.from_bytes(hashlib.sha256(text).digest()[:4]))


@dataclass
class Progress:
    """How far a run is.

    Attributes:
        students: how many there are.
        done: how many of them have all their results.
        graded: notebooks that this run has judged.
        known: notebooks whose results were stored already.
    """

    students: int
    done: int = 0
    graded: int = 0
    known: int = 0


def grade_class(
    class_folder: Path,
    students: Sequence[Student],
    store: Store,
    crew: Crew,
    order: Order,
    report: Callable[[Progress], None] = lambda progress: None,
) -> Progress:
    """Grade what is not known of a class, until every student has every verdict.

    Args:
        class_folder: where the students' files are.
        students: whom to grade; whoever is not among them is left out of this run's results.
        store: keeps the results.
        crew: runs the notebooks.
        order: how to grade.
        report: called after every step, with the same object each time.

    Returns:
        What was done.

    Raises:
        CannotGradeError: no process can be started, or one is not isolated, or results can't be
            stored. What is stored by then stays, and the next run goes on.
    """
    store.begin_run()
    progress, fingerprints = Progress(len(students)), Fingerprints(order.mode)
    run = _Run(class_folder, store, crew, order, report, progress, fingerprints)
    try:
        run.go_through(students)
    except BaseException:
        crew.stop()
        raise
    store.end_run()
    return progress


@dataclass(frozen=True)
class _Open:
    """A notebook that is being run."""

    task: Task
    settings: Settings
    fingerprint: str


@dataclass
class _Run:
    class_folder: Path
    store: Store
    crew: Crew
    order: Order
    report: Callable[[Progress], None]
    progress: Progress
    fingerprints: Fingerprints
    running: dict[Future[GradedNotebook], _Open] = field(default_factory=dict)
    open_tasks: dict[str, int] = field(default_factory=dict)
    has_run: bool = False
    failures: int = 0

    def go_through(self, students: Iterable[Student]) -> None:
        for student in students:
            self.take_up(student)
        while self.running:
            self.store_finished()

    def take_up(self, student: Student) -> None:
        """Hand over what is not known of a student."""
        settings = self.order.settings_for(student.name)
        stored = {} if self.order.regrade else self.store.fingerprints(student.name)
        known: list[Task] = []
        new: list[_Open] = []
        for task in self.plan(student):
            fingerprint = self.fingerprints.of(task, settings)
            if stored.get(task.notebook) == fingerprint:
                known.append(task)
            else:
                new.append(_Open(task, settings, fingerprint))
        self.store.confirm(student.name, [task.notebook for task in known])
        self.progress.known += sum(map(_is_there, known))
        # One more than there are: the student is not done before all of them are handed over.
        self.open_tasks[student.name] = len(new) + 1
        for open_ in new:
            self.hand_over(open_)
        self.count_off(student.name)

    def plan(self, student: Student) -> list[Task]:
        try:
            return plan_student(self.class_folder, student, self.order.exercises)
        except Exception as error:  # whatever one student's files make us stumble over
            reason = Reason("could_not_be_read", {"error": _in_words(error)})
            tasks = plan_files([], student.name, self.order.exercises)
            return [replace(task, kind="invalid", reason=reason) for task in tasks]

    def hand_over(self, open_: _Open) -> None:
        task = open_.task
        if task.submission is None:
            self.keep(open_, task.without_run(task.kind, task.reason), open_.fingerprint)
            return
        while len(self.running) >= self.crew.size:
            self.store_finished()
        self.running[self.crew.submit(task, open_.settings)] = open_

    def store_finished(self) -> None:
        finished, _ = wait(self.running, return_when=FIRST_COMPLETED)
        # What ends the run comes last: the others' results are there.
        for future in sorted(finished, key=_ends_the_run):
            open_ = self.running.pop(future)
            try:
                graded, fingerprint = future.result(), open_.fingerprint
                self.has_run = True
            except CannotGradeError:
                raise
            except Exception as error:
                graded, fingerprint = self.explain(open_.task, error), _NOT_KNOWN
            self.keep(open_, graded, fingerprint)

    def explain(self, task: Task, error: Exception) -> GradedNotebook:
        """A notebook could not be run; where none can, that is no student's fault."""
        self.failures += 1
        if isinstance(error, UnrunnableError):
            reason = error.reason
        else:
            reason = Reason("grader_failed", {"error": _in_words(error)})
        if self.failures >= MOST_FAILURES and not self.has_run:
            raise CannotGradeError(f"not one notebook could be run. {say_reason(reason)}")
        return task.without_run("invalid", reason)

    def keep(self, open_: _Open, graded: GradedNotebook, fingerprint: str) -> None:
        self.store.add(open_.task.with_notes(graded), fingerprint)
        self.progress.graded += _is_there(open_.task)
        self.count_off(open_.task.student)

    def count_off(self, student: str) -> None:
        self.open_tasks[student] -= 1
        if not self.open_tasks[student]:
            del self.open_tasks[student]
            self.progress.done += 1
        self.report(self.progress)


def _ends_the_run(future: Future[GradedNotebook]) -> bool:
    return isinstance(future.exception(), CannotGradeError)


def _is_there(task: Task) -> bool:
    """Whether there is a notebook, readable or not."""
    return task.submission is not None or task.kind != "missing"


def first_line(error: BaseException) -> str:
    """An error in a line; its type where it says nothing."""
    return str(error).strip().partition("\n")[0][:200] or type(error).__name__


def _in_words(error: Exception) -> str:
    name, first = type(error).__name__, first_line(error)
    return name if first == name else f"{name}: {first}"
