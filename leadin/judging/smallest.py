"""The smallest case that shows what is wrong, where no known mistake does; and its stage."""

from collections.abc import Sequence

from leadin.course.exercise import Exercise
from leadin.judging.calls import Experiment, Tried
from leadin.judging.curve import Curve, first_difference
from leadin.judging.search import step_factors
from leadin.judging.verdict import Smallest, Stage
from leadin.training.loop import Training

#: Below this share of the right loss, one that should be zero is zero up to rounding.
_ZERO = 1e-6


def smallest_case(exercise: Exercise, tried: Sequence[Tried]) -> Smallest | None:
    """The first experiment that comes out wrong.

    Args:
        exercise: what was asked.
        tried: the experiments, the smallest first.

    Returns:
        It, with the stage of training in which the mistake lies; None where every one is right.
    """
    wrong = next((each for each in tried if not each.is_right), None)
    if wrong is None:
        return None
    stage = _stage(exercise, wrong, tried)
    difference = first_difference(wrong.expected, wrong.returned)
    share = _share_of_step(exercise, wrong) if difference and difference.epoch == 1 else None
    moves = _moves(exercise, wrong, share) if share is not None else None
    inputs, expected, returned = wrong.experiment.inputs, wrong.expected, wrong.returned
    return Smallest(stage, inputs, tuple(expected), tuple(returned), share, moves)


def _stage(exercise: Exercise, wrong: Tried, tried: Sequence[Tried]) -> Stage:
    """The stage of training that the first wrong experiment adds to those that are right."""
    inputs, epochs = wrong.experiment.inputs, wrong.experiment.inputs["epochs"]
    if wrong.experiment.aim != "step":
        return "special"
    if len(wrong.returned) != len(wrong.expected):
        return "length"
    samples = len(inputs["x_data"])
    still = _find(tried, "still", samples)
    if epochs == 1 and still and still.is_right and samples == 1:
        return "kept"  # it changes with the step that the loss should come before
    if (samples, epochs) == (1, 1):
        loss_or = _loss_or_scores if exercise.learns_classes else _loss_or_model
        return loss_or(exercise, tried)
    if (samples, epochs) == (1, 2):
        return _slope_or_step(exercise, wrong, tried)
    if samples > 1 and len(exercise.model.samples(inputs)) == 1:
        return "batch" if epochs > 1 else "kept"
    if epochs == 1:
        return "order" if still and still.is_right else "kept"
    return "clearing"


def _find(tried: Sequence[Tried], aim: str, samples: int) -> Tried | None:
    return next(
        (
            each
            for each in tried
            if each.experiment.aim == aim and len(each.experiment.inputs["x_data"]) == samples
        ),
        None,
    )


def _loss_or_model(exercise: Exercise, tried: Sequence[Tried]) -> Stage:
    """Whether a sample that is predicted exactly has no loss: then the model is right."""
    fit = _find(tried, "fit", 1)
    if fit is None or not fit.returned:
        return "loss"
    scale = exercise.oracle(**exercise.cut(exercise.plain, 1, 1))[0]
    return "loss" if abs(fit.returned[0]) <= _ZERO * scale else "model"


def _loss_or_scores(exercise: Exercise, tried: Sequence[Tried]) -> Stage:
    """Whether the loss is right where every class has the same probability."""
    fit = _find(tried, "fit", 1)
    is_right = fit is not None and fit.is_right
    return "scores" if is_right else "loss_of_classes"


def _slope_or_step(exercise: Exercise, wrong: Tried, tried: Sequence[Tried]) -> Stage:
    """Whether the step is off by the same share for another learning rate: then lr has its part."""
    shares = step_shares(exercise, wrong)
    other = _find(tried, "rate", 1)
    if not shares or other is None:
        return "step" if wrong.returned[1] == wrong.returned[0] else "slope"
    others = step_shares(exercise, other)
    is_same = any(abs(one - two) <= 1e-3 * abs(one) for one in shares for two in others)
    return "slope" if is_same else "step"


def step_shares(exercise: Exercise, tried: Tried) -> list[float]:
    """How far the first update of one sample went, as shares of the right one; two are possible."""
    if len(tried.returned) < 2:
        return []
    return step_factors(exercise, tried.experiment.inputs, 1, tried.returned[1])


def _share_of_step(exercise: Exercise, wrong: Tried) -> float | None:
    experiment: Experiment = wrong.experiment
    if len(experiment.inputs["x_data"]) != 1 or not _begins_right(wrong.expected, wrong.returned):
        return None
    if wrong.returned[1] == wrong.returned[0]:
        return 0.0
    # Of two steps that lead to the same loss, on either side of the valley, the shorter one.
    shares = step_shares(exercise, wrong)
    return min(shares, key=abs, default=None)


def _begins_right(expected: Curve, returned: Curve) -> bool:
    return first_difference(expected[:1], returned[:1]) is None and len(returned) > 1


def _moves(exercise: Exercise, wrong: Tried, share: float) -> tuple[float, float, float] | None:
    """Where a single weight starts, where it should go, and where it went."""
    inputs = wrong.experiment.inputs
    training = Training(exercise.loop, exercise.model, inputs)
    start = training.params[0]
    if len(training.params) != 1 or not isinstance(start, float):
        return None
    training.epoch()
    right = training.params[0]
    return start, right, start + share * (right - start)
