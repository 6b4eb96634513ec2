"""Puts an answer that is given as a function of its inputs through all that `check` does."""

from collections.abc import Callable, Sequence

from leadin.course import Exercise, Inputs
from leadin.course.exercise import Edit
from leadin.judging import Verdict, calls, experiments, judge
from leadin.observe import Outcome


def verdict_on(
    exercise: Exercise, answer: Callable[[Inputs], Sequence[float]], source: str = ""
) -> Verdict:
    """The verdict on what gives these curves."""

    def outcome(inputs: Inputs) -> Outcome:
        return Outcome("curve", tuple(answer(inputs)))

    inputs = calls(exercise)
    outcomes = list(map(outcome, inputs))
    further = list(map(outcome, experiments(exercise, inputs, outcomes)))
    return judge(exercise, inputs, outcomes, source, further=further)


def verdict_on_loop(exercise: Exercise, edit: Edit, source: str = "") -> Verdict:
    """The verdict on the right loop with an edit in it."""
    return verdict_on(exercise, lambda inputs: exercise.simulate(inputs, edit), source)
