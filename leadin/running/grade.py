"""Which notebooks of a submission to grade, for which exercises, and grading them."""

import os
from collections.abc import Iterable, Iterator, Mapping, Set
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from leadin.course import EXERCISES, AnyExercise
from leadin.judging import Kind, Reason, Verdict, without_run
from leadin.notebook.names import is_copy, notebook_name
from leadin.notebook.submission import Submission, UnreadableError, read_submission
from leadin.observe import plain_text
from leadin.running.isolation.in_force import Isolation
from leadin.running.launcher import Launcher, LauncherLostError, LaunchError
from leadin.running.start import open_launcher
from leadin.running.walk import Settings, judge_submission
from leadin.words import say_reason

#: Times that a notebook is run when what starts all processes ends meanwhile: no fault of its
#: student's, as far as anybody can tell.
TRIES = 3

WAITS, NO_CELL = Reason("waits"), Reason("no_cell")

#: Folders beside the lessons that have them in other languages.
TWINS = ("zh",)


class CannotGradeError(Exception):
    """There is nothing to grade; the text says why in one line."""


@dataclass(frozen=True)
class GradedNotebook:
    """The verdicts on one notebook.

    Attributes:
        student: whose it is.
        notebook: name of the file.
        judgements: one per exercise, in the course's order.
        seed: what chose its hidden inputs.
        isolation: what kept its code to itself; None where none was run.
    """

    student: str
    notebook: str
    judgements: tuple[Verdict, ...]
    seed: int = 0
    isolation: Isolation | None = None


@dataclass(frozen=True)
class File:
    """A notebook file of a student's.

    Attributes:
        name: what it counts as.
        path: where it is.
        folder: what its code may read; None for nothing.
    """

    name: str
    path: Path
    folder: Path | None


@dataclass(frozen=True)
class Task:
    """A notebook and its exercises; without a submission, why it can't be run.

    Attributes:
        student: whose it is.
        notebook: name of the file.
        exercises: what to judge in it, in the course's order.
        submission: what was read of it, if it could be read.
        kind: without a submission, of what kind every exercise's verdict is.
        reason: without a submission, why.
        notes: what else to say of an exercise, by its id.
    """

    student: str
    notebook: str
    exercises: tuple[AnyExercise, ...]
    submission: Submission | None
    kind: Kind = "missing"
    reason: Reason = WAITS
    notes: tuple[tuple[str, Reason], ...] = ()

    def is_untouched(self) -> bool:
        """Whether nothing was written in any of its exercises."""
        return self.submission is not None and not any(map(self.written, self.exercises))

    def waits(self, exercise: AnyExercise) -> bool:
        """Whether the answer to one of them is still the stub."""
        if self.submission is None:
            return False
        return self.submission.answer(exercise) in self.submission.stubs(exercise)

    def written(self, exercise: AnyExercise) -> int:
        """How much was done in one of them, to choose among copies.

        Returns:
            0 where its cell is still the stub, or where the notebook has none, as those of older
            releases; 1 where the check alone was left of it; 2 for an answer, and for a file that
            does not tell.
        """
        if self.submission is None:
            return 2
        if self.waits(exercise):
            return 0
        if self.submission.answer(exercise) is not None or self.submission.not_run(exercise):
            return 2
        return 0 if self.submission.check(exercise) is None else 1

    def is_work(self) -> bool:
        """Whether it is more than the lesson as it came, and no link to another file."""
        if self.submission is None:
            return self.reason.id != "leads_out_of_folder"
        return not self.is_untouched()

    def is_settled(self) -> bool:
        """Whether no copy could add to it."""
        return self.is_work() and all(self.written(each) == 2 for each in self.exercises)

    def with_notes(self, graded: GradedNotebook) -> GradedNotebook:
        """Its verdicts, and what else there is to say of each."""
        judgements = []
        for each in graded.judgements:
            notes = [note for id_, note in self.notes if id_ == each.exercise]
            reason = replace(each.reason, more=(*each.reason.more, *notes))
            judgements.append(replace(each, reason=reason))
        return replace(graded, judgements=tuple(judgements))

    def without_run(self, kind: Kind, reason: Reason) -> GradedNotebook:
        """Graded without a look at what its code does."""
        judgements = tuple(without_run(each, kind, reason) for each in self.exercises)
        return GradedNotebook(self.student, self.notebook, judgements)

    def untouched(self) -> GradedNotebook:
        """Graded as one in which nothing was written."""
        graded = self.without_run("missing", WAITS)
        judgements = tuple(
            verdict if self.waits(each) else replace(verdict, reason=NO_CELL)
            for each, verdict in zip(self.exercises, graded.judgements, strict=True)
        )
        return replace(graded, judgements=judgements)


def grade(
    path: Path,
    settings: Settings | None = None,
    jobs: int = 2,
    skip_untouched: bool = False,
    launcher: Launcher | None = None,
) -> list[GradedNotebook]:
    """Grade a submission.

    Args:
        path: a notebook, or a folder with the course's notebooks in it. Of a folder, every
            exercise of the course gets a verdict, and notebooks without an exercise are passed by.
        settings: how to run them.
        jobs: how many notebooks to run at the same time.
        skip_untouched: report notebooks in which nothing was written yet without running them.
        launcher: starts the processes; without one, one is opened for this call.

    Returns:
        The graded notebooks, in the course's order. The student's name is that of the folder.

    Raises:
        CannotGradeError: there is no such path, or no exercise in it, or no process can be
            started.
    """
    if launcher is None:
        with open_launcher() as own:
            return grade(path, settings, jobs, skip_untouched, own)
    tasks = plan(path)
    # Answers that wait are told without a run, and then no process is needed.
    waiting = [skip_untouched and task.is_untouched() for task in tasks]
    if any(task.submission and not waits for task, waits in zip(tasks, waiting, strict=True)):
        launcher.warm_up()

    def run(task: Task, waits: bool) -> GradedNotebook:
        if waits:
            return task.untouched()
        return task.with_notes(run_task(task, settings or Settings(), launcher))

    try:
        with ThreadPoolExecutor(max_workers=max(1, jobs)) as pool:
            return list(pool.map(run, tasks, waiting))
    except LaunchError as error:
        raise CannotGradeError(str(error)) from error


def plan(path: Path) -> list[Task]:
    """What to grade of one submission.

    Args:
        path: a notebook, or a folder with the course's notebooks in it.

    Raises:
        CannotGradeError: there is no such path, or no exercise in it.
    """
    folder = path.resolve() if path.is_dir() else path.resolve().parent
    if not path.exists():
        raise CannotGradeError(f"there is no {path}")
    if not path.is_dir():
        return [_read(path, notebook_name(path.name) or path.name, folder.name, folder)]
    listed = list(_in_every_language(folder))
    files = [file for file in listed if not file.path.is_dir()]
    folders = {file.name for file in listed} - {file.name for file in files}
    tasks = [_explained(task, folders) for task in plan_files(files, folder.name)]
    if not any(task.submission or task.kind == "invalid" for task in tasks):
        raise CannotGradeError(f"{path} has no notebook with an exercise of this course in it")
    return tasks


def _in_every_language(folder: Path) -> Iterator[File]:
    """The notebooks of a lessons folder, then their twins."""
    for place in (folder, *(folder / language for language in TWINS)):
        names: list[str] = []
        if not place.is_symlink():
            with suppress(OSError):  # there is no such folder, or it does not open
                names = sorted(os.listdir(place))
        for name in filter(notebook_name, names):
            # Where the notebook itself is there too, the other is a copy.
            plain = notebook_name(name)
            yield File(name if plain in names else plain, place / name, place)


def _explained(task: Task, folders: Set[str]) -> Task:
    """The same, with what else has the name of a notebook that is missing."""
    if task.submission is None and task.kind == "missing" and task.notebook in folders:
        reason = Reason("is_folder", {"notebook": task.notebook})
        return replace(task, kind="invalid", reason=reason)
    return task


def plan_files(
    files: Iterable[File], student: str, exercises: Iterable[AnyExercise] = EXERCISES.values()
) -> list[Task]:
    """What to grade of a student's files.

    Of several with an exercise, the first counts in which something was written for it; where
    nothing was in any, the first. In one folder, the lesson's own comes before files of other
    names.

    Args:
        files: in order.
        student: whose they are.
        exercises: what was to be done.

    Returns:
        Tasks for every exercise; one without a notebook is missing. No two have one name: of
        several copies that count, one for each exercise, the later have their folder's name too.
    """
    read = _read_each(files, student)
    found: dict[str, tuple[Task, File]] = {}
    for task, file in read:
        for exercise in task.exercises:
            other = found.get(exercise.id)
            if other is None or _counts_before((task, file), other, exercise):
                found[exercise.id] = task, file
    tasks: dict[str, Task] = {}
    for exercise in exercises:
        name = f"{exercise.lesson}.ipynb"
        reason = Reason("not_in_folder", {"notebook": name})
        absent = Task(student, name, (), None, "missing", reason)
        task = found[exercise.id][0] if exercise.id in found else absent
        before = tasks.get(task.notebook, replace(task, exercises=()))
        tasks[task.notebook] = replace(
            task,
            exercises=(*before.exercises, exercise),
            notes=(*before.notes, *_passed_over(task, read, exercise)),
        )
    return list(tasks.values())


def _read_each(files: Iterable[File], student: str) -> list[tuple[Task, File]]:
    """The files with exercises; of those of one name, the ones in which something was written."""
    read: dict[str, list[tuple[Task, File]]] = {}
    for file in files:
        copies = read.get(file.name, [])
        if any(task.is_settled() for task, _ in copies):
            continue
        try:
            task = _read(file.path, file.name, student, file.folder)
        except CannotGradeError:
            continue
        if not copies or (task.is_work() and not copies[0][0].is_work()):
            read[file.name] = [(task, file)]
        elif task.is_work() and task.submission:
            copies.append((task, file))
    return list(_told_apart(read))


def _told_apart(read: Mapping[str, list[tuple[Task, File]]]) -> Iterator[tuple[Task, File]]:
    """Copies by name -> all of them, each but the first of a name named by its folder too."""
    taken = set(read)
    for first, *copies in read.values():
        yield first
        for number, (task, file) in enumerate(copies, 2):
            name = f"{plain_text(file.path.parent.name) if file.folder else number}/{file.name}"
            while name in taken:
                name = f"{number}/{name}"
            taken.add(name)
            yield replace(task, notebook=name), file


def _passed_over(
    chosen: Task, read: Iterable[tuple[Task, File]], exercise: AnyExercise
) -> Iterator[tuple[str, Reason]]:
    """Where an answer counts instead of a stub in another file, a note that says so."""
    for task, _ in read:
        if task.waits(exercise) and exercise in task.exercises and not chosen.waits(exercise):
            fields = {"notebook": chosen.notebook, "other": task.notebook}
            yield exercise.id, Reason("file_is_passed_over", fields)
            return


def _counts_before(
    later: tuple[Task, File], earlier: tuple[Task, File], exercise: AnyExercise
) -> bool:
    """Whether of two files with an exercise the later one counts."""
    written = later[0].written(exercise), earlier[0].written(exercise)
    if written[0] != written[1]:
        return written[0] > written[1]
    is_copy_of_it = later[1].name == earlier[1].name
    is_own = Path(later[1].name).stem == exercise.lesson
    return is_own and not is_copy_of_it and later[1].folder == earlier[1].folder


def run_task(task: Task, settings: Settings, launcher: Launcher) -> GradedNotebook:
    """Grade one notebook.

    Args:
        task: which.
        settings: how to run it.
        launcher: starts the processes.

    Raises:
        LaunchError: no process can be started.
        LauncherLostError: what starts them ended each time.
    """
    if task.submission is None:
        return task.without_run(task.kind, task.reason)
    arguments = (task.submission, task.exercises, settings, launcher)
    for _ in range(TRIES - 1):
        with suppress(LauncherLostError):
            judgements, isolation = judge_submission(*arguments)
            break
    else:
        judgements, isolation = judge_submission(*arguments)
    return GradedNotebook(task.student, task.notebook, tuple(judgements), settings.seed, isolation)


def _lies_in(path: Path, folder: Path) -> bool:
    try:
        return path.resolve().is_relative_to(folder.resolve())
    except (OSError, RuntimeError):  # a link that leads to itself
        return False


def _read(path: Path, name: str, student: str, folder: Path | None) -> Task:
    # What should stand in it, going by its name, and what does.
    wanted = {exercise.id for exercise in EXERCISES.values() if exercise.lesson == Path(name).stem}
    submission, reason = None, None
    if folder and not _lies_in(path, folder):
        # What it leads to could be another student's.
        reason = Reason("leads_out_of_folder", {"notebook": name})
    else:
        try:
            submission = read_submission(path, folder)
            wanted |= {exercise.id for exercise in submission.exercises}
        except UnreadableError as error:
            # As the student has named it, whatever a platform has made of that.
            reason = replace(error.reason, fields={**error.reason.fields, "notebook": name})
            wanted |= {id_ for id_, each in EXERCISES.items() if is_copy(name, each.lesson)}
    if not wanted:
        why = say_reason(reason) if reason else f"{path} has no exercise of this course in it"
        raise CannotGradeError(why)
    exercises = tuple(exercise for id_, exercise in EXERCISES.items() if id_ in wanted)
    if reason:
        return Task(student, name, exercises, None, "invalid", reason)
    return Task(student, name, exercises, submission)
