"""Grade a class: what is not known yet, each result stored at once."""

import hashlib
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, wait
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Literal, TypeAlias

from leadin.course import EXERCISES, Exercise
from leadin.gradebook.class_folder import Student
from leadin.gradebook.crew import Crew, UnrunnableError
from leadin.gradebook.fingerprint import Fingerprints
from leadin.gradebook.store import Store
from leadin.gradebook.student_files import plan_student
from leadin.judging import Reason
from leadin.running.grade import CannotGradeError, GradedNotebook, Task, plan_files
from leadin.running.launcher import Mode
from leadin.running.run import Settings
from leadin.words import say_reason

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

    exercises: tuple[Exercise, ...] = tuple(EXERCISES.values())
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
            tasks = plan_files({}, student.name, None, self.order.exercises)
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
            reason = Reason("can_not_be_run", {"why": str(error)})
        else:
            reason = Reason("grader_failed", {"error": _in_words(error)})
        if self.failures >= MOST_FAILURES and not self.has_run:
            raise CannotGradeError(f"not one notebook could be run. {say_reason(reason)}")
        return task.without_run("invalid", reason)

    def keep(self, open_: _Open, graded: GradedNotebook, fingerprint: str) -> None:
        self.store.add(graded, fingerprint)
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


def _in_words(error: Exception) -> str:
    first = str(error).strip().partition("\n")[0][:200]
    return f"{type(error).__name__}: {first}" if first else type(error).__name__
