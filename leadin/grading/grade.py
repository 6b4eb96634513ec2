"""Which notebooks of a submission to grade, and for which exercises."""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path

from leadin.diagnosis import Judgement, Verdict, without_run
from leadin.diagnosis.message import WAITS
from leadin.exercises import EXERCISES, Exercise
from leadin.grading.run import judge_submission
from leadin.grading.submission import Submission, UnreadableError, is_stub, read_submission

#: Seconds that one cell, or one call of a student's function, may take.
TIME_LIMIT = 30.0


class CannotGradeError(Exception):
    """There is nothing to grade; the text says why in one line."""


@dataclass(frozen=True)
class GradedNotebook:
    """The verdicts on one notebook.

    Attributes:
        student: whose it is.
        notebook: name of the file.
        judgements: one per exercise, in the course's order.
    """

    student: str
    notebook: str
    judgements: tuple[Judgement, ...]


def grade(
    path: Path,
    seed: int = 0,
    jobs: int = 2,
    time_limit: float = TIME_LIMIT,
    skip_untouched: bool = False,
) -> list[GradedNotebook]:
    """Grade a submission.

    Args:
        path: a notebook, or a folder with the course's notebooks in it. Of a folder, every
            exercise of the course gets a verdict, and notebooks without an exercise are passed by.
        seed: chooses the hidden inputs.
        jobs: how many notebooks to run at the same time.
        time_limit: seconds that one cell, or one call of a student's function, may take.
        skip_untouched: report notebooks in which nothing was written yet without running them.

    Returns:
        The graded notebooks, in the course's order. The student's name is that of the folder.

    Raises:
        CannotGradeError: there is no such path, or no exercise in it.
    """
    folder = path.resolve() if path.is_dir() else path.resolve().parent
    tasks = _in_folder(path) if path.is_dir() else [_in_file(path)]

    def run(task: _Task) -> GradedNotebook:
        if skip_untouched and task.is_untouched():
            judgements = [without_run(each, "missing", WAITS) for each in task.exercises]
        else:
            judgements = task.judge(seed, time_limit)
        return GradedNotebook(folder.name, task.notebook, tuple(judgements))

    with ThreadPoolExecutor(max_workers=max(1, jobs)) as pool:
        return list(pool.map(run, tasks))


@dataclass(frozen=True)
class _Task:
    """A notebook and its exercises; without a submission, why it can't be run."""

    notebook: str
    exercises: Sequence[Exercise]
    submission: Submission | None
    verdict: Verdict = "pass"
    reason: str = ""

    def is_untouched(self) -> bool:
        """Whether every answer is still the stub that the lesson came with."""
        if self.submission is None:
            return False
        answers = [(each, self.submission.answer(each)) for each in self.exercises]
        return all(
            place is not None and is_stub(self.submission.cells[place].source, each.function)
            for each, place in answers
        )

    def judge(self, seed: int, time_limit: float) -> list[Judgement]:
        if self.submission is None:
            return [without_run(each, self.verdict, self.reason) for each in self.exercises]
        return judge_submission(self.submission, self.exercises, seed, time_limit)


def _in_file(path: Path) -> _Task:
    # What should stand in it, going by its name, and what does.
    wanted = {exercise.id for exercise in EXERCISES.values() if exercise.lesson == path.stem}
    submission = None
    reason = ""
    try:
        submission = read_submission(path)
        wanted |= {exercise.id for exercise in submission.exercises}
    except UnreadableError as error:
        reason = str(error)
    if not wanted or not path.is_file():
        raise CannotGradeError(reason or f"{path} has no exercise of this course in it")
    exercises = [exercise for id_, exercise in EXERCISES.items() if id_ in wanted]
    return _Task(path.name, exercises, submission, "invalid", reason)


def _in_folder(folder: Path) -> list[_Task]:
    """One task per notebook; an exercise found in two of them counts in the lesson's own."""
    found: dict[str, _Task] = {}
    for path in sorted(folder.glob("*.ipynb")):
        try:
            task = _in_file(path)
        except CannotGradeError:
            continue
        for exercise in task.exercises:
            if exercise.id not in found or path.stem == exercise.lesson:
                found[exercise.id] = task
    if not found:
        raise CannotGradeError(f"{folder} has no notebook with an exercise of this course in it")
    tasks: dict[str, _Task] = {}
    for exercise in EXERCISES.values():
        name = f"{exercise.lesson}.ipynb"
        absent = _Task(name, [], None, "missing", f"There is no {name} in this folder.")
        task = found.get(exercise.id, absent)
        before = tasks[task.notebook].exercises if task.notebook in tasks else []
        tasks[task.notebook] = replace(task, exercises=[*before, exercise])
    return list(tasks.values())
