"""Mutants -> records of what the reference and the judge say, worked off by a few processes."""

import multiprocessing
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import dataclass

from leadin.course import LOOPS, Exercise
from leadin.judging import Verdict
from tests.mutants.bases import right_answers
from tests.mutants.calling import apart, prepare
from tests.mutants.judged import judged, says
from tests.mutants.mutate import Mutant, draw, mutants_of
from tests.mutants.truth import Trial, Truth, decide, fair_trials, samples_of, trials


@dataclass(frozen=True)
class Record:
    """One mutant, judged.

    Attributes:
        exercise: its id.
        base: name of the right answer.
        operator: name of the edit.
        diff: lines that went and came.
        source: the mutant's text.
        right: what the reference says.
        in_doubt: whether rounding could have decided that.
        wrong_on: inputs on which it is wrong.
        only_at_edge: whether all of those are at the edge of what may be asked.
        kind: the verdict's.
        reason: id of the verdict's reason.
        error: the exception's text, if there was one.
        mistakes: what the verdict names.
        says: `named`, `explained` by its reason, or `unexplained`.
        seconds: that the judge took.
    """

    exercise: str
    base: str
    operator: str
    diff: str
    source: str
    right: bool
    in_doubt: bool
    wrong_on: tuple[str, ...]
    only_at_edge: bool
    kind: str
    reason: str
    error: str
    mistakes: tuple[str, ...]
    says: str
    seconds: float

    @property
    def false_pass(self) -> bool:
        """Whether it is wrong and passes."""
        return not self.right and self.kind == "pass"

    @property
    def false_refusal(self) -> bool:
        """Whether it is right and does not pass."""
        return self.right and self.kind != "pass"


@dataclass(frozen=True)
class Task:
    """Mutants of one answer.

    Attributes:
        exercise: id of the exercise that it answers.
        base: name of the answer.
        source: its text.
        mutants: to be judged.
        seconds: the most that one call of a mutant may take.
    """

    exercise: str
    base: str
    source: str
    mutants: tuple[Mutant, ...]
    seconds: float


def tasks_for(exercise: Exercise, limit: int | None, seed: int, seconds: float) -> list[Task]:
    """Mutants of every right answer of an exercise, or as many as are asked for."""
    answers = right_answers(exercise)
    data = samples_of(exercise)
    # Answers share lines, and edits may make them alike.
    mutants = {
        mutant.source: mutant
        for name, source in answers.items()
        for mutant in mutants_of(name, source, data)
    }
    chosen = list(mutants.values())
    chosen = chosen if limit is None else draw(chosen, limit, seed)
    return [
        Task(exercise.id, name, source, own, seconds)
        for name, source in answers.items()
        if (own := tuple(mutant for mutant in chosen if mutant.base == name))
    ]


def work_off(tasks: Sequence[Task], jobs: int) -> Iterator[tuple[Task, list[Record]]]:
    """Judge all mutants; the tasks come back as they are done.

    Args:
        tasks: what to do.
        jobs: how many processes share it; each forks one more for the mutant that it tries.
    """
    # New processes, not forked ones: those may fork themselves, having one thread only.
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(jobs, mp_context=context, initializer=prepare) as pool:
        waiting = {pool.submit(records_of, task): task for task in tasks}
        for done in as_completed(waiting):
            yield waiting[done], done.result()


def records_of(task: Task) -> list[Record]:
    """Judge the mutants of one answer; none where the answer itself is not right."""
    exercise = LOOPS[task.exercise]
    tried = trials(exercise)
    with apart(task.source, exercise.function, task.seconds) as base:
        fair = [] if base.stopped else fair_trials(tried, base)
    if all(trial.is_edge for trial in fair):
        return []
    return [_record(exercise, mutant, fair, task.seconds) for mutant in task.mutants]


def _record(exercise: Exercise, mutant: Mutant, fair: list[Trial], seconds: float) -> Record:
    with apart(mutant.source, exercise.function, seconds) as function:
        verdict, took = judged(exercise, mutant.source, function)
        truth = Truth(right=False) if function.stopped else decide(fair, function)
    return Record(
        exercise=exercise.id,
        base=mutant.base,
        operator=mutant.operator,
        diff=mutant.diff,
        source=mutant.source,
        right=truth.right,
        in_doubt=truth.in_doubt,
        wrong_on=truth.wrong_on,
        only_at_edge=truth.only_at_edge,
        kind=verdict.kind,
        reason=verdict.reason.id,
        error=_error(verdict),
        mistakes=verdict.mistakes,
        says=says(verdict),
        seconds=round(took, 4),
    )


def _error(verdict: Verdict) -> str:
    return str(verdict.reason.fields.get("error", ""))
