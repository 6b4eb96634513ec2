"""The smallest case that shows what is wrong, where no known mistake does; and its stage."""

from collections.abc import Sequence

from leadin.course.exercise import Exercise
from leadin.judging.calls import Experiment, Tried
from leadin.judging.curve import first_difference
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
    still = _find(tried, "still", 1)
    if _logs_after(exercise) and _is_one_step(wrong) and still and not still.is_right:
        wrong = still  # here a loss comes after a step: shown is one that none comes before
    stage = _stage(exercise, wrong, tried)
    difference = first_difference(wrong.expected, wrong.returned)
    is_first = difference is not None and difference.epoch == _first_moved(exercise)
    of_step = not _logs_after(exercise) or stage in ("slope", "gradient", "step")
    share = _share_of_step(exercise, wrong) if is_first and of_step else None
    moves = _moves(exercise, wrong, share) if share is not None else None
    inputs, expected, returned = wrong.experiment.inputs, wrong.expected, wrong.returned
    return Smallest(stage, inputs, tuple(expected), tuple(returned), share, moves)


#: What an epoch can report that is computed with the weights of its end.
_AFTER = ("last after", "mean at end", "sum at end", "held out")


def _logs_after(exercise: Exercise) -> bool:
    """Whether the loss that an epoch should report comes after its last update."""
    return exercise.loop.log in _AFTER


def _first_moved(exercise: Exercise) -> int:
    """The epoch whose loss is the first that should show an update of a single sample."""
    return 0 if _logs_after(exercise) else 1


def _is_one_step(tried: Tried) -> bool:
    """Whether it is the first rung: a sample, once."""
    inputs = tried.experiment.inputs
    return tried.experiment.aim == "step" and len(inputs["x_data"]) == inputs["epochs"] == 1


def _stage(exercise: Exercise, wrong: Tried, tried: Sequence[Tried]) -> Stage:
    """The stage of training that the first wrong experiment adds to those that are right."""
    inputs, epochs = wrong.experiment.inputs, wrong.experiment.inputs["epochs"]
    if wrong.experiment.aim not in ("step", "still"):
        return "special"
    if len(wrong.returned) != len(wrong.expected):
        return "length"
    samples = len(inputs["x_data"])
    still = _find(tried, "still", samples)
    if epochs == 1 and still and still.is_right and samples == 1:
        if _logs_after(exercise) and not _comes_before_step(wrong, still, tried):
            return _slope_or_step(exercise, wrong, tried)
        return "kept"  # it changes with the step, or not, and should not, or should
    if (samples, epochs) == (1, 1) and _logs_after(exercise):
        return "still"
    if (samples, epochs) == (1, 1):
        loss_or = _loss_or_scores if exercise.learns_classes else _loss_or_model
        return loss_or(exercise, tried)
    if (samples, epochs) == (1, 2) and not _logs_after(exercise):
        return _slope_or_step(exercise, wrong, tried)
    if samples == 1:
        return "clearing"
    if samples > 1 and len(exercise.model.samples(inputs)) == 1:
        is_step = epochs > 1 or (_logs_after(exercise) and still and still.is_right)
        return "batch" if is_step else "kept"
    if epochs == 1:
        return "order" if still and still.is_right else "kept"
    return "clearing"


def _comes_before_step(wrong: Tried, still: Tried, tried: Sequence[Tried]) -> bool:
    """Whether what is reported is the loss before the step, and there is one."""
    if first_difference(still.expected, wrong.returned):
        return False
    two = next((each for each in tried if _is_first_update(each)), None)
    return two is not None and bool(first_difference(two.returned[:1], two.returned[1:]))


def _is_first_update(tried: Tried) -> bool:
    """Whether it is the second rung: a sample, twice."""
    inputs = tried.experiment.inputs
    return tried.experiment.aim == "step" and (len(inputs["x_data"]), inputs["epochs"]) == (1, 2)


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
    """Whether the step is off by the same share for another learning rate: then lr has its part.

    Of several numbers a wrong gradient points elsewhere, and its shares are others for each rate.
    """
    if _moves_nothing(exercise, wrong):
        return "step"
    shares = step_shares(exercise, wrong)
    other = _find(tried, "rate", 1)
    others = step_shares(exercise, other) if other else []
    if any(abs(one - two) <= 1e-3 * abs(one) for one in shares for two in others):
        return "slope"
    return "step" if shares and others and _is_one_number(exercise) else "gradient"


def _is_one_number(exercise: Exercise) -> bool:
    """Whether there is a single number to be learned."""
    start = exercise.model.start(exercise.plain)
    return len(start) == 1 and isinstance(start[0], float)


def step_shares(exercise: Exercise, tried: Tried) -> list[float]:
    """How far the first update of one sample went, as shares of the right one; two are possible."""
    epoch = _first_moved(exercise)
    if len(tried.returned) <= epoch:
        return []
    return step_factors(exercise, tried.experiment.inputs, epoch, tried.returned[epoch])


def _moves_nothing(exercise: Exercise, tried: Tried) -> bool:
    """Whether the first update of one sample leaves the loss as it was."""
    if not _logs_after(exercise):
        return tried.returned[1] == tried.returned[0]
    before = exercise.oracle(**{**tried.experiment.inputs, "lr": 0.0})
    return first_difference(before[:1], tried.returned[:1]) is None


def _share_of_step(exercise: Exercise, wrong: Tried) -> float | None:
    experiment: Experiment = wrong.experiment
    epoch = _first_moved(exercise)
    if len(experiment.inputs["x_data"]) != 1 or len(wrong.returned) <= epoch:
        return None
    if _moves_nothing(exercise, wrong):
        return 0.0
    # Of two steps that lead to the same loss, on either side of the valley, the shorter one.
    shares = step_shares(exercise, wrong)
    return min(shares, key=abs, default=None)


def _moves(exercise: Exercise, wrong: Tried, share: float) -> tuple[float, float, float] | None:
    """Where a single weight starts, where it should go, and where it went."""
    inputs = wrong.experiment.inputs
    training = Training(exercise.loop, exercise.model, inputs)
    start = training.params[0]
    if not _is_one_number(exercise):
        return None
    training.epoch()
    right = training.params[0]
    return start, right, start + share * (right - start)
