"""Walk a submission through a worker, note what its functions return, and have that judged."""

import math
import time
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from leadin.course import AnyExercise, Inputs
from leadin.judging import (
    Reason,
    Verdict,
    called,
    calls,
    experiments,
    judge,
    stopped_in_cell,
    without_run,
)
from leadin.notebook.submission import Submission
from leadin.observe import Outcome
from leadin.running.cells import tell_of_cells
from leadin.running.isolation.in_force import Isolation, weakest
from leadin.running.launcher import Launcher
from leadin.running.protocol import Step
from leadin.running.session import Session, WorkerLostError, WorkerTimeoutError

#: A notebook that ends its worker this often beside its exercises is given up.
MAX_RESTARTS = 3
#: A whole notebook, restarts included, may take this many times what one cell may.
CELLS_WORTH = 10


@dataclass(frozen=True)
class Settings:
    """How notebooks are run.

    Attributes:
        seed: chooses the hidden inputs.
        time_limit: seconds that one cell, or one call of a student's function, may take.
    """

    seed: int = 0
    time_limit: float = 30.0


@dataclass(frozen=True)
class PlannedStep:
    """A step of the worker and the exercise it is about.

    Attributes:
        step: what the worker does.
        exercise: what it answers or judges; None for any other cell.
    """

    step: Step
    exercise: AnyExercise | None = None


def route(submission: Submission, exercises: Sequence[AnyExercise]) -> list[PlannedStep]:
    """Cells in order, with a step that judges where an exercise's check stands.

    What comes after the last of these steps can change no verdict, and is left out. Judged is what
    a check would get at that place; without a check cell, what is there after the answer. Of an
    answer that stands beside its stub, see `Submission.judged_at`.
    """
    answers = {submission.answer(exercise): exercise for exercise in exercises}
    judged_after: dict[int, list[tuple[AnyExercise, str]]] = {}
    for exercise in exercises:
        if place := submission.judged_at(exercise):
            judged_after.setdefault(place[0], []).append((exercise, place[1]))
    steps = []
    last = max(judged_after, default=-1)
    for position, cell in enumerate(submission.cells[: last + 1]):
        steps.append(PlannedStep(Step(source=cell.source), answers.get(position)))
        for exercise, function in judged_after.get(position, []):
            steps.append(PlannedStep(Step(function=function), exercise))
    return steps


def judge_submission(
    submission: Submission,
    exercises: Sequence[AnyExercise],
    settings: Settings,
    launcher: Launcher,
) -> tuple[list[Verdict], Isolation | None]:
    """Run a notebook as Restart & Run All would, and judge its exercises.

    A cell or a call that does not end, or that ends the worker, costs that exercise; the notebook
    is then run again without it, so that the other exercises get their verdicts.

    Args:
        submission: the notebook.
        exercises: what to judge in it.
        settings: how to run it.
        launcher: starts the processes.

    Returns:
        A verdict for each exercise, and what kept its code to itself, if any had to be run.

    Raises:
        LaunchError: no process could be started.
        LauncherLostError: that which runs it has been lost.
    """
    inputs = {exercise.id: calls(exercise, settings.seed) for exercise in exercises}
    steps = route(submission, exercises)
    deadline = time.monotonic() + CELLS_WORTH * settings.time_limit
    walk = _Walk(submission, inputs, settings.time_limit, deadline, launcher, {}, {}, {}, [])
    for _ in range(1 + MAX_RESTARTS + len(exercises)):
        culprit = walk.go_through(steps)
        if culprit is None or time.monotonic() > deadline:
            break
        steps.remove(culprit)
    verdicts = [tell_of_cells(submission, each, walk.verdict(each)) for each in exercises]
    return verdicts, weakest(walk.isolations) if walk.isolations else None


@dataclass
class _Walk:
    """What is known of a notebook so far; it lasts longer than one worker.

    Attributes:
        deadline: when the notebook is given up (time.monotonic).
        outcomes: by exercise, what its calls gave.
        further: by exercise, what the experiments with a wrong answer gave.
        verdicts: by exercise, a verdict on it without a call.
        isolations: what was in force for each of its workers.
    """

    submission: Submission
    inputs: dict[str, list[Inputs]]
    time_limit: float
    deadline: float
    launcher: Launcher
    outcomes: dict[str, list[Outcome]]
    further: dict[str, list[Outcome]]
    verdicts: dict[str, Verdict]
    isolations: list[Isolation]

    def go_through(self, steps: Sequence[PlannedStep]) -> PlannedStep | None:
        """Run the steps that are still open in a new worker; return the one it broke off at."""
        open_steps = [step for step in steps if not self._is_settled(step)]
        if not any(step.step.function for step in open_steps):
            return None
        plain_steps = [planned.step for planned in open_steps]
        worker = self.launcher.launch(self.submission.folder, self._cpu_seconds())
        self.isolations.append(worker.isolation)
        with Session(worker, plain_steps, self.time_limit, self.deadline) as session:
            for position, planned in enumerate(open_steps):
                try:
                    self._take(session, position, planned)
                except WorkerTimeoutError:
                    self._note_timeout(planned)
                    return planned
                except WorkerLostError as error:
                    self._note_loss(planned, error)
                    return planned
        return None

    def verdict(self, exercise: AnyExercise) -> Verdict:
        """The verdict on an exercise, reached or not."""
        if exercise.id in self.verdicts:
            return self.verdicts[exercise.id]
        place = self.submission.answer(exercise)
        if exercise.id in self.outcomes:
            source = "" if place is None else self.submission.cells[place].source
            outcomes, further = self.outcomes[exercise.id], self.further.get(exercise.id, [])
            inputs, before = self.inputs[exercise.id], self._cells_before(place or 0)
            return judge(exercise, inputs, outcomes, source, before, further)
        if place is None and self.submission.check(exercise) is None:
            return without_run(exercise, "missing", Reason("no_cell"))
        return without_run(exercise, "timeout", Reason("notebook_timeout"))

    def _cells_before(self, place: int | None) -> list[str]:
        """Texts of the cells before one; of all where it is none of them."""
        return [cell.source for cell in self.submission.cells[:place]]

    def _cpu_seconds(self) -> int:
        """What one busy processor can do in the time that the notebook may take."""
        return math.ceil(CELLS_WORTH * self.time_limit)

    def _is_settled(self, planned: PlannedStep) -> bool:
        exercise = planned.exercise
        is_judging = planned.step.function is not None
        return is_judging and exercise is not None and self._is_known(exercise)

    def _is_known(self, exercise: AnyExercise) -> bool:
        return exercise.id in self.outcomes or exercise.id in self.verdicts

    def _take(self, session: Session, position: int, planned: PlannedStep) -> None:
        exercise = planned.exercise
        if planned.step.function is None:
            error = session.run_cell(position)
            if error and exercise is not None:
                before = self._cells_before(self.submission.answer(exercise))
                verdict = stopped_in_cell(exercise, error, planned.step.source, before)
                self.verdicts.setdefault(exercise.id, verdict)
        elif exercise is not None:
            if not self._is_known(exercise):
                self._call(session, position, exercise)
            session.end_calls(position)

    def _call(self, session: Session, position: int, exercise: AnyExercise) -> None:
        """Call an answer for its verdict and, where a curve is wrong, for what explains it."""
        inputs = self.inputs[exercise.id]
        outcomes: list[Outcome] = []
        try:
            for outcome in called(exercise, partial(session.call, position), inputs):
                outcomes.append(outcome)
        except WorkerTimeoutError:
            self.outcomes[exercise.id] = [*outcomes, Outcome("timeout")]
            raise
        # From here on there is a verdict, whatever becomes of the worker.
        self.outcomes[exercise.id] = outcomes
        further = self.further[exercise.id] = []
        stop = time.monotonic() + self.time_limit
        for each in experiments(exercise, inputs, outcomes):
            further.append(session.call(position, each))
            if time.monotonic() > stop:
                break

    def _note_timeout(self, planned: PlannedStep) -> None:
        exercise = planned.exercise
        if exercise is None or self._is_known(exercise):  # a call that timed out is noted already
            return
        reason = Reason("cell_timeout")
        self.verdicts[exercise.id] = without_run(exercise, "timeout", reason)

    def _note_loss(self, planned: PlannedStep, error: WorkerLostError) -> None:
        exercise = planned.exercise
        if exercise is not None and not self._is_known(exercise):
            where = "cell" if planned.step.function is None else "call"
            reason = Reason(f"{where}_{error.how}", error.fields, (Reason("process_lost"),))
            self.verdicts[exercise.id] = without_run(exercise, "error", reason)
