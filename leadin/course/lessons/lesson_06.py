"""Lesson 06, backward: ŷ = x·wᵈ, a graph that is d multiplications deep, another d each sample.

`w ** d` passes as well. Its graph has one node and no depth, but the number and its slope are the
same, and the curve is what is judged.
"""

import itertools
import random
from collections.abc import Callable, Sequence
from typing import Any

from leadin.course.exercise import Draw, Exercise, Inputs, signed
from leadin.course.lesson import Lesson
from leadin.course.lessons.lesson_05 import draw_miss, slope
from leadin.course.small import Small
from leadin.training.mistakes import common
from leadin.training.models import Given, OneWeight

# What is given for a sample: x, its depth, and the depths that a wrong loop may take in its place.
X, DEPTH, FIRST_DEPTH, LAST_DEPTH, GREATEST_DEPTH = range(5)


def given(inputs: Inputs) -> list[Given]:
    """All of this, sample by sample."""
    depths = inputs["depths"]
    others = (depths[0], depths[-1], max(depths))
    return [(x, depth, *others) for x, depth in zip(inputs["x_data"], depths, strict=False)]


def power(w: float, exponent: float) -> float:
    """Raise w to a whole power, without an error for a weight that has grown beyond bounds."""
    if abs(w) > 1e30 or (w == 0 and exponent < 0):
        return float("inf")
    return w ** int(exponent)


def with_depth(depth: Callable[[Given], float]) -> dict[str, Any]:
    """The model with a depth of one's choice, and the slope that belongs to it."""
    return {
        "predict": lambda given, w: given[X] * power(w, depth(given)),
        "slope": lambda given, w: depth(given) * given[X] * power(w, depth(given) - 1),
    }


def draw(rng: random.Random, *all_depths: int) -> Inputs:
    """Targets that no single w reaches, and steps so short that no power of w runs away."""
    depths = list(all_depths)
    rng.shuffle(depths)
    x_data = [signed(rng, 0.6, 1.2) for _ in depths]
    goal = rng.uniform(1.15, 1.3)
    y_data = [
        round(x * goal**depth + signed(rng, 0.15, 0.3), 2)
        for x, depth in zip(x_data, depths, strict=True)
    ]
    w = round(rng.uniform(0.45, 0.7), 2)
    return {"x_data": x_data, "y_data": y_data, "depths": depths, "w": w}


def stays_above_rounding(losses: Sequence[float]) -> bool:
    """Whether no loss passes zero on its way, where it would be all rounding."""
    return min(losses) > 1e-3 * max(losses)


EXERCISE = Exercise(
    id="06-dynamic-graph",
    lesson="06_backward",
    points=3,
    minutes=8,
    level=3,
    model=OneWeight(given=given, **with_depth(lambda given: given[DEPTH])),
    lesson_inputs={
        "x_data": [1.0, 2.0, 1.5],
        "y_data": [1.2, 3.0, 2.4],
        "depths": [1, 2, 3],
        "w": 0.8,
        "lr": 0.01,
        "epochs": 50,
    },
    draw=draw,
    hidden=[
        Draw((1, 2, 2, 3), lr=(0.008, 0.009, 0.012), epochs=(25, 40)),
        Draw((1, 1, 2, 3, 4), lr=(0.004, 0.005, 0.006), epochs=(25, 35)),
    ],
    plain={
        "x_data": [2.0, -1.0, 3.0],
        "y_data": [3.5, -1.0, 2.0],
        "depths": [2, 1, 3],
        "w": 0.5,
        "lr": 0.05,
        "epochs": 3,
    },
    edges={"one depth for all": (2, 2), "a great depth": (1, 6)},
    accepts=stays_above_rounding,
    mistakes={
        # A step times w is here what the power rule gives without its own mistake.
        **common("restarts_each_epoch", "multiplies_weight"),
        "ignores_depth": [
            with_depth(lambda _given: 1),
            with_depth(lambda given: given[FIRST_DEPTH]),
            with_depth(lambda given: given[LAST_DEPTH]),
            with_depth(lambda given: given[GREATEST_DEPTH]),
        ],
        "depth_off_by_one": [
            with_depth(lambda given: given[DEPTH] + 1),
            with_depth(lambda given: given[DEPTH] - 1),
        ],
        "times_for_power": [
            {
                "predict": lambda given, w: given[X] * w * given[DEPTH],
                "slope": lambda given, _w: given[X] * given[DEPTH],
            }
        ],
        "one_use_counted": [{"slope": lambda given, w: given[X] * power(w, given[DEPTH] - 1)}],
        "fixed_graph_slope": [{"slope": lambda given, _w: given[X]}],
        "x_forgotten": [
            {
                "predict": lambda given, w, more=more: power(w, given[DEPTH] + more),
                "slope": lambda given, w, more=more: (
                    (given[DEPTH] + more) * power(w, given[DEPTH] + more - 1)
                ),
            }
            for more in (0, 1)  # one more where w itself takes the place of x
        ],
        "power_of_x": [
            {
                "predict": lambda given, w: power(given[X] * w, given[DEPTH]),
                "slope": lambda given, w: (
                    given[DEPTH] * given[X] * power(given[X] * w, given[DEPTH] - 1)
                ),
            },
            {
                "predict": lambda given, w: power(given[X], given[DEPTH]) * w,
                "slope": lambda given, _w: power(given[X], given[DEPTH]),
            },
        ],
        "power_rule": [
            {"slope": lambda given, w: given[DEPTH] * given[X] * power(w, given[DEPTH])}
        ],
        "missing_x_factor": [{"slope": lambda given, w: given[DEPTH] * power(w, given[DEPTH] - 1)}],
    },
    # Unzeroed, w swings ever wider, and its powers blow up what float32 rounds.
    chaotic=frozenset({"abs_loss", "no_zero_grad"}),
)


def draw_run(rng: random.Random) -> Inputs:
    """A few samples, and another number of epochs."""
    samples, epochs = rng.sample(range(3, 10), 2)
    return {"samples": samples, "epochs": epochs}


COUNT_GRAPHS = Small(
    id="06-count-graphs",
    lesson="06_backward",
    function="count",
    minutes=3,
    level=2,
    section="built",
    right=lambda samples, epochs: [samples * epochs, 3 * samples * epochs + 1],
    lesson_inputs={"samples": 2, "epochs": 1},
    draw=draw_run,
    wrong={
        "leaf_counted_again": lambda samples, epochs: [samples * epochs, 4 * samples * epochs],
        "leaf_counted_each_epoch": lambda samples, epochs: [
            samples * epochs,
            3 * samples * epochs + epochs,
        ],
        "leaf_counted_each_sample": lambda samples, epochs: [
            samples * epochs,
            3 * samples * epochs + samples,
        ],
        "operation_left_out": lambda samples, epochs: [samples * epochs, 2 * samples * epochs + 1],
        "nodes_only": lambda samples, epochs: 3 * samples * epochs + 1,
        "leaf_not_counted": lambda samples, epochs: [samples * epochs, 3 * samples * epochs],
        "constants_counted": lambda samples, epochs: [samples * epochs, 5 * samples * epochs + 1],
        "nodes_of_one_loss": lambda samples, epochs: [samples * epochs, 4],
        "one_graph_per_epoch": lambda samples, epochs: [epochs, 3 * epochs + 1],
        "one_graph_per_sample": lambda samples, epochs: [samples, 3 * samples + 1],
        "one_graph_for_all": lambda samples, epochs: [1, 4],
        "samples_plus_epochs": lambda samples, epochs: [
            samples + epochs,
            3 * (samples + epochs) + 1,
        ],
    },
)


def draw_passes(rng: random.Random) -> Inputs:
    """A sample that the weight misses by far, and some passes through its graph."""
    return {**draw_miss(rng), "times": rng.randint(3, 6)}


BACKWARD_AGAIN = Small(
    id="06-backward-again",
    lesson="06_backward",
    function="grad_after",
    minutes=2,
    level=1,
    section="retain-intro",
    right=lambda w, x, y, times: times * slope(w, x, y),
    lesson_inputs={"w": 1.0, "x": 2.0, "y": 6.0, "times": 1},
    draw=draw_passes,
    wrong={
        "last_pass_only": lambda w, x, y, times: slope(w, x, y),
        "doubles_each_time": lambda w, x, y, times: 2 ** (times - 1) * slope(w, x, y),
        "one_pass_missing": lambda w, x, y, times: (times - 1) * slope(w, x, y),
        "one_pass_too_many": lambda w, x, y, times: (times + 1) * slope(w, x, y),
        "gives_losses": lambda w, x, y, times: times * (w * x - y) ** 2,
        "missing_x_factor": lambda w, x, y, times: times * 2 * (w * x - y),
        "gradient_of_x": lambda w, x, y, times: times * 2 * w * (w * x - y),
        "zeroed_between": lambda w, x, y, times: 0.0,
        "gradients_multiplied": lambda w, x, y, times: slope(w, x, y) ** times,
        "gives_data": lambda w, x, y, times: w,
        "from_prediction": lambda w, x, y, times: times * x,
    },
    of_errors={"backward_twice": "not_retained"},
)


def draw_both_branches(rng: random.Random) -> Inputs:
    """Samples of which each branch gets some, for a weight that is more often negative."""
    w = round(rng.choice((-1, -1, 1)) * rng.uniform(0.4, 1.4), 2)
    sizes = [round(rng.uniform(0.5, 2.5), 2) for _ in range(rng.randint(3, 5))]
    signs = [1, -1, *(rng.choice((-1, 1)) for _ in sizes[2:])]
    rng.shuffle(signs)
    return {"w": w, "x_data": [sign * size for sign, size in zip(signs, sizes, strict=True)]}


def upper(w: float, x: float) -> float:
    """The gradient of (w·x)²."""
    return 2 * w * x**2


def lower(_w: float, x: float) -> float:
    """The gradient of −3·w·x."""
    return -3 * x


def both(w: float, x: float) -> float:
    """The gradient of the two branches' sum."""
    return upper(w, x) + lower(w, x)


def by_branch(
    upper: Callable[[float, float], float] = upper,
    lower: Callable[[float, float], float] = lower,
    takes_upper: Callable[[float, float], bool] = lambda w, x: w * x > 0,
) -> Callable[..., list[float]]:
    """A number for each sample, by the branch that it takes."""

    def numbers(w: float, x_data: list[float]) -> list[float]:
        return [upper(w, x) if takes_upper(w, x) else lower(w, x) for x in x_data]

    return numbers


def piled_up(w: float, x_data: list[float]) -> list[float]:
    """What the grad holds when it is never cleared."""
    return list(itertools.accumulate(by_branch()(w, x_data)))


def weight_moved(w: float, x_data: list[float]) -> list[float]:
    """The gradients where each sample updates the weight, with the learning rate of the lesson."""
    grads = []
    for x in x_data:
        grads += by_branch()(w, [x])
        w -= 0.1 * grads[-1]
    return grads


BRANCH = Small(
    id="06-branch",
    lesson="06_backward",
    function="branch_grads",
    minutes=5,
    level=2,
    section="dynamic-graph-intro",
    right=by_branch(),
    lesson_inputs={"w": 0.5, "x_data": [2.0, -2.0]},
    draw=draw_both_branches,
    wrong={
        "grads_pile_up": piled_up,
        "one_branch_for_all": by_branch(lower=upper),
        "other_branch_for_all": by_branch(upper=lower),
        "branches_exchanged": by_branch(lower, upper),
        "branches_added": by_branch(both, both),
        "branch_by_x": by_branch(takes_upper=lambda _w, x: x > 0),
        "missing_x_factor": by_branch(lambda w, x: 2 * w * x, lambda _w, _x: -3.0),
        "gradient_of_x": by_branch(lambda w, x: 2 * w**2 * x, lambda w, _x: -3 * w),
        "gives_losses": by_branch(lambda w, x: (w * x) ** 2, lambda w, x: -3 * w * x),
        "gives_predictions": by_branch(lambda w, x: w * x, lambda w, x: w * x),
        "from_prediction": by_branch(lambda _w, x: x, lambda _w, x: x),
        "same_tensor_kept": lambda w, x_data: [0.0] * len(x_data),
        "same_tensor_piles_up": lambda w, x_data: [sum(by_branch()(w, x_data))] * len(x_data),
        "branch_sign": by_branch(lower=lambda _w, x: 3 * x),
        "branch_lacks_2": by_branch(lambda w, x: w * x**2),
        "branch_lacks_3": by_branch(lower=lambda _w, x: -x),
        "first_sample_only": lambda w, x_data: by_branch()(w, x_data[:1]),
        "last_sample_only": lambda w, x_data: by_branch()(w, x_data)[-1],
        "weight_moved": weight_moved,
        "gives_sum": lambda w, x_data: sum(by_branch()(w, x_data)),
    },
)

LESSON = Lesson(
    name="06_backward",
    title="Backward",
    question="when is the graph built, and when is it gone?",
    exercises=(COUNT_GRAPHS, BACKWARD_AGAIN, BRANCH, EXERCISE),
    teaches={
        "exercise": "exercise",
        "dynamic graph": "dynamic-graph-intro",
        "forward": "dynamic-graph-intro",
        "backward": "dynamic-graph-intro",
        "loop": "changes-nothing-intro",
        "an epoch's loss": "exercise",
        "errors": "what-goes-wrong",
        ".data": "what-goes-wrong",
    },
    minutes=44,
    explains={
        "saved_values": "after-backward-intro",
        "scalar": "vector-loss-intro",
    },
)
