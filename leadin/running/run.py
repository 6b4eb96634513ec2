"""Take a submission through a worker and note what its functions return."""

import math
import time
from collections.abc import Sequence
from dataclasses import dataclass, replace

from leadin.course import Exercise, Inputs
from leadin.judging import Judgement, calls, judge
from leadin.observe import ErrorReport, Outcome
from leadin.running.isolation.report import Isolation, weakest
from leadin.running.launcher import Launcher
from leadin.running.protocol import Step
from leadin.running.session import Session, WorkerLostError, WorkerTimeoutError
from leadin.running.submission import Submission

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
    exercise: Exercise | None = None


def plan(submission: Submission, exercises: Sequence[Exercise]) -> list[PlannedStep]:
    """Cells in order, with a step that judges where an exercise's check stands.

    What comes after the last of these steps can change no verdict, and is left out. Judged is what
    a check would get at that place; without a check cell, what is there after the answer.
    """
    answers = {submission.answer(exercise): exercise for exercise in exercises}
    judged_after: dict[int, list[tuple[Exercise, str]]] = {}
    for exercise in exercises:
        check = submission.check(exercise)
        place = submission.answer(exercise) if check is None else check
        if place is not None:
            function = submission.cells[place].function or exercise.function
            judged_after.setdefault(place, []).append((exercise, function))
    steps = []
    last = max(judged_after, default=-1)
    for position, cell in enumerate(submission.cells[: last + 1]):
        steps.append(PlannedStep(Step(source=cell.source), answers.get(position)))
        for exercise, function in judged_after.get(position, []):
            steps.append(PlannedStep(Step(function=function), exercise))
    return steps


def judge_submission(
    submission: Submission,
    exercises: Sequence[Exercise],
    settings: Settings,
    launcher: Launcher,
) -> tuple[list[Judgement], Isolation | None]:
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
    steps = plan(submission, exercises)
    deadline = time.monotonic() + CELLS_WORTH * settings.time_limit
    run = _Run(submission, inputs, settings.time_limit, deadline, launcher, {}, [])
    for _ in range(1 + MAX_RESTARTS + len(exercises)):
        culprit = run.go_through(steps)
        if culprit is None or time.monotonic() > deadline:
            break
        steps.remove(culprit)
    judgements = []
    for exercise in exercises:
        place = submission.answer(exercise)
        texts = [cell.source for cell in submission.cells]
        source, before = ("", []) if place is None else (texts[place], texts[:place])
        outcomes = run.outcomes.get(exercise.id) or [_unreached(submission, exercise)]
        judgements.append(judge(exercise, inputs[exercise.id], outcomes, source, before))
    return judgements, weakest(run.isolations) if run.isolations else None


def _unreached(submission: Submission, exercise: Exercise) -> Outcome:
    if submission.check(exercise) is None and submission.answer(exercise) is None:
        return Outcome("waiting", detail="The notebook has no cell for this exercise.")
    return Outcome("timeout", detail="The notebook, run from its first cell on,")


@dataclass
class _Run:
    """What is known of a notebook so far; it lasts longer than one worker.

    Attributes:
        deadline: when the notebook is given up (time.monotonic).
        outcomes: by exercise, what its calls gave.
        isolations: what was in force for each of its workers.
    """

    submission: Submission
    inputs: dict[str, list[Inputs]]
    time_limit: float
    deadline: float
    launcher: Launcher
    outcomes: dict[str, list[Outcome]]
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
                    self._note(planned, Outcome("timeout"))
                    return planned
                except WorkerLostError as error:
                    self._note(planned, Outcome("raised", error=ErrorReport(str(error), "")))
                    return planned
        return None

    def _cpu_seconds(self) -> int:
        """What one busy processor can do in the time that the notebook may take."""
        return math.ceil(CELLS_WORTH * self.time_limit)

    def _is_settled(self, planned: PlannedStep) -> bool:
        exercise = planned.exercise
        is_judging = planned.step.function is not None
        return is_judging and exercise is not None and exercise.id in self.outcomes

    def _take(self, session: Session, position: int, planned: PlannedStep) -> None:
        exercise = planned.exercise
        if planned.step.function is None:
            error = session.run_cell(position)
            if error:
                self._note(planned, Outcome("raised", error=error))
        elif exercise is not None:
            outcomes: list[Outcome] = []
            if exercise.id not in self.outcomes:
                for inputs in self.inputs[exercise.id]:
                    outcomes.append(session.call(position, inputs))
                    if outcomes[-1].kind not in ("curve", "tensors"):
                        break
                self.outcomes[exercise.id] = outcomes
            session.end_calls(position)

    def _note(self, planned: PlannedStep, outcome: Outcome) -> None:
        """Something went wrong in a step: it decides the exercise that the step is about."""
        if planned.exercise is not None:
            if planned.step.function is None:
                outcome = replace(outcome, detail="The exercise cell")
            self.outcomes.setdefault(planned.exercise.id, [outcome])
