"""Lesson 14: deep networks. What reaches each layer, a start that keeps it, and steps with Adam.

ŷ is a net of any depth on a batch, with tanh between its layers. An epoch's value is the mean
squared error of the batch before its step.
"""

import random
from collections.abc import Callable, Sequence
from itertools import accumulate, pairwise
from math import sin, sqrt

from leadin.course.exercise import Draw, Exercise, Inputs, matrix, signed
from leadin.course.lesson import Lesson
from leadin.course.small import Small
from leadin.training.batches import IDENTITY, RELU, SIGMOID, TANH, Net
from leadin.training.loop import Loop
from leadin.training.mistakes import Mistakes, common_in_batches
from leadin.training.models import Matrix
from leadin.training.optimizers import adam, forgetful, momentum

NAME = "14_deep_networks"


def draw_layers(rng: random.Random) -> Inputs:
    """A few layers of one unit each."""
    n = rng.randint(4, 6)
    return {
        "last": signed(rng, 2.0, 5.0),
        "weights": [signed(rng, 1.2, 3.0) for _ in range(n)],
        "slopes": [round(rng.uniform(0.15, 0.9), 2) for _ in range(n)],
    }


def arriving(last: float, weights: list[float], slopes: list[float]) -> list[float]:
    """∂L/∂z of each layer: the top one's slope, then a weight and a slope for each layer below."""
    factors = [w * s for w, s in zip(weights[1:], slopes[:-1], strict=True)]
    return chained(last * slopes[-1], factors)


def chained(top: float, factors: list[float]) -> list[float]:
    """What arrives at each layer, the lowest first, if each factor is passed on the way down."""
    return list(accumulate(factors[::-1], lambda grad, factor: grad * factor, initial=top))[::-1]


THROUGH_LAYERS = Small(
    id="14-through-layers",
    lesson=NAME,
    function="arriving",
    minutes=3,
    level=2,
    section="product",
    right=arriving,
    lesson_inputs={"last": 4.0, "weights": [3.0, 2.0, -1.0], "slopes": [0.2, 0.5, 0.1]},
    draw=draw_layers,
    wrong={
        "weights_left_out": lambda last, weights, slopes: arriving(
            last, [1.0] * len(weights), slopes
        ),
        "slopes_left_out": lambda last, weights, slopes: arriving(
            last, weights, [1.0] * len(slopes)
        ),
        "top_slope_left_out": lambda last, weights, slopes: arriving(
            last, weights, [*slopes[:-1], 1.0]
        ),
        "own_weight": lambda last, weights, slopes: arriving(
            last, [*weights[-1:], *weights[:-1]], slopes
        ),
        "weight_at_top": lambda last, weights, slopes: chained(
            last * weights[-1] * slopes[-1],
            [w * s for w, s in zip(weights[:-1], slopes[:-1], strict=True)],
        ),
        "slope_of_layer_above": lambda last, weights, slopes: chained(
            last * slopes[-1], [w * s for w, s in zip(weights[1:], slopes[1:], strict=True)]
        ),
        "factors_not_chained": lambda last, weights, slopes: [
            *(last * w * s for w, s in zip(weights[1:], slopes[:-1], strict=True)),
            last * slopes[-1],
        ],
        "begins_at_the_bottom": lambda last, weights, slopes: list(
            accumulate(
                (w * s for w, s in zip(weights[1:], slopes[1:], strict=True)),
                lambda grad, factor: grad * factor,
                initial=last * slopes[0],
            )
        ),
        "one_layer_too_far": lambda last, weights, slopes: [
            weights[0] * arriving(last, weights, slopes)[0],
            *arriving(last, weights, slopes),
        ],
        "from_the_first_layer": lambda last, weights, slopes: list(
            accumulate(
                (w * s for w, s in zip(weights[1:], slopes[1:], strict=True)),
                lambda grad, factor: grad * factor,
                initial=last * weights[0] * slopes[0],
            )
        ),
        "last_in_the_list": lambda last, weights, slopes: [
            *arriving(last, weights, slopes),
            last,
        ],
        "first_layer_only": lambda last, weights, slopes: arriving(last, weights, slopes)[0],
        "gradient_at_h": lambda last, weights, slopes: chained(
            last, [w * s for w, s in zip(weights[1:], slopes[1:], strict=True)]
        ),
    },
)


def std(
    of_xavier: Callable[[int, int], float], of_he: Callable[[int, int], float]
) -> Callable[..., list[float]]:
    """Two standard deviations, of variances that depend on a layer's inputs and outputs."""
    return lambda n_in, n_out: [sqrt(of_xavier(n_in, n_out)), sqrt(of_he(n_in, n_out))]


def xavier(n_in: int, n_out: int) -> float:
    """The variance of Xavier's start."""
    return 2 / (n_in + n_out)


def he(n_in: int, _n_out: int) -> float:
    """The variance of He's start."""
    return 2 / n_in


START = Small(
    id="14-start",
    lesson=NAME,
    function="start_std",
    minutes=2,
    level=1,
    section="start",
    right=std(xavier, he),
    lesson_inputs={"n_in": 200, "n_out": 50},
    draw=lambda rng: {
        "n_in": rng.choice((12, 20, 30, 48, 60)),
        "n_out": rng.choice((7, 16, 25, 80, 100)),
    },
    wrong={
        "variance_for_std": lambda n_in, n_out: [2 / (n_in + n_out), 2 / n_in],
        "two_outside_root": lambda n_in, n_out: [2 / sqrt(n_in + n_out), 2 / sqrt(n_in)],
        "root_of_two_only": lambda n_in, n_out: [sqrt(2) / (n_in + n_out), sqrt(2) / n_in],
        "fan_out_for_fan_in": std(xavier, lambda _n_in, n_out: 2 / n_out),
        "two_left_out": std(lambda n_in, n_out: 1 / (n_in + n_out), lambda n_in, _n_out: 1 / n_in),
        "fan_in_alone": std(lambda n_in, _n_out: 1 / n_in, he),
        "he_of_both": std(xavier, lambda n_in, n_out: 4 / (n_in + n_out)),
        "lost_half_forgotten": std(xavier, lambda n_in, _n_out: 1 / n_in),
        "product_for_sum": std(lambda n_in, n_out: 2 / (n_in * n_out), he),
        "uniform_bound": std(lambda n_in, n_out: 6 / (n_in + n_out), lambda n_in, _n_out: 6 / n_in),
        "brackets_left_out": std(lambda n_in, n_out: 2 / n_in + n_out, he),
        "upside_down": std(lambda n_in, n_out: (n_in + n_out) / 2, lambda n_in, _n_out: n_in / 2),
    },
)


def adam_step(
    w: float,
    g: float,
    m: float,
    v: float,
    t: int,
    lr: float,
    *,
    betas: tuple[float, float] = (0.9, 0.999),
) -> list[float]:
    """One step of Adam: the new w, m and v."""
    return with_step(w, g, m, v, t, betas, lambda mean, root: -lr * mean / (root + 1e-8))


def with_step(
    w: float,
    g: float,
    m: float,
    v: float,
    t: int,
    betas: tuple[float, float],
    step: Callable[[float, float], float],
) -> list[float]:
    """Adam's m and v, and any step made of the corrected m and the root of the corrected v."""
    beta1, beta2 = betas
    m = beta1 * m + (1 - beta1) * g
    v = beta2 * v + (1 - beta2) * g**2
    return [w + step(m / (1 - beta1**t), sqrt(v / (1 - beta2**t))), m, v]


def other_step(step: Callable[..., float]) -> Callable[..., list[float]]:
    """Right m and v, and another step.

    Args:
        step: (gradient, m and v before, m and v after, t) -> what lr is multiplied by.
    """

    def stepped(w: float, g: float, m: float, v: float, t: int, lr: float) -> list[float]:
        _, new_m, new_v = adam_step(w, g, m, v, t, lr)
        return [w - lr * step(g=g, m=m, v=v, new_m=new_m, new_v=new_v, t=t), new_m, new_v]

    return stepped


def corrected(m: float, v: float, t: int) -> float:
    """The step's length at a rate of 1."""
    return m / (1 - 0.9**t) / (sqrt(v / (1 - 0.999**t)) + 1e-8)


def hats_returned(w: float, g: float, m: float, v: float, t: int, lr: float) -> list[float]:
    """The right w, with the corrected m and v."""
    new_w, new_m, new_v = adam_step(w, g, m, v, t, lr)
    return [new_w, new_m / (1 - 0.9**t), new_v / (1 - 0.999**t)]


def sums_kept(w: float, g: float, m: float, v: float, t: int, lr: float) -> list[float]:
    """As momentum adds gradients up."""
    m, v = 0.9 * m + g, 0.999 * v + g**2
    return [w - lr * corrected(m, v, t), m, v]


def mean_as_momentum(w: float, g: float, m: float, v: float, t: int, lr: float) -> list[float]:
    """The same for m alone."""
    m, v = 0.9 * m + g, 0.999 * v + 0.001 * g**2
    return [w - lr * corrected(m, v, t), m, v]


def gradient_not_squared(w: float, g: float, m: float, v: float, t: int, lr: float) -> list[float]:
    """A running mean of g where that of g² is asked for."""
    m, v = 0.9 * m + 0.1 * g, 0.999 * v + 0.001 * g
    return [w - lr * corrected(m, v, t), m, v]


ADAM_STEP = Small(
    id="14-adam-step",
    lesson=NAME,
    function="adam_step",
    minutes=5,
    level=2,
    section="optimizers",
    right=adam_step,
    lesson_inputs={"w": 1.0, "g": 4.0, "m": 1.0, "v": 0.1, "t": 2, "lr": 0.1},
    draw=lambda rng: {
        "w": signed(rng, 0.5, 2.0),
        "g": signed(rng, 1.0, 5.0),
        "m": signed(rng, 0.4, 1.5),
        "v": round(rng.uniform(0.02, 0.2), 3),
        "t": rng.randint(3, 6),
        "lr": rng.choice((0.05, 0.2, 0.3)),
    },
    wrong={
        "no_bias_correction": other_step(lambda new_m, new_v, **_: new_m / (sqrt(new_v) + 1e-8)),
        "half_bias_correction": other_step(
            lambda new_m, new_v, t, **_: new_m / (1 - 0.9**t) / (sqrt(new_v) + 1e-8)
        ),
        "missing_root": other_step(
            lambda new_m, new_v, t, **_: new_m / (1 - 0.9**t) / (new_v / (1 - 0.999**t) + 1e-8)
        ),
        "gradient_for_mean": other_step(
            lambda g, new_v, t, **_: g / (sqrt(new_v / (1 - 0.999**t)) + 1e-8)
        ),
        "plain_step": other_step(lambda g, **_: g),
        "rate_left_out": lambda w, g, m, v, t, lr: adam_step(w, g, m, v, t, 1.0),
        "old_moments": other_step(lambda m, v, t, **_: corrected(m, v, t)),
        "counts_from_zero": other_step(lambda new_m, new_v, t, **_: corrected(new_m, new_v, t - 1)),
        "counts_one_ahead": other_step(lambda new_m, new_v, t, **_: corrected(new_m, new_v, t + 1)),
        "beta_times_t": other_step(
            lambda new_m, new_v, t, **_: new_m / (1 - 0.9 * t) / sqrt(abs(new_v / (1 - 0.999 * t)))
        ),
        "climbs": other_step(lambda new_m, new_v, t, **_: -corrected(new_m, new_v, t)),
        "swapped_betas": lambda w, g, m, v, t, lr: adam_step(w, g, m, v, t, lr, betas=(0.999, 0.9)),
        "one_beta": lambda w, g, m, v, t, lr: adam_step(w, g, m, v, t, lr, betas=(0.9, 0.9)),
        "gradient_not_squared": gradient_not_squared,
        "sums_for_means": sums_kept,
        "hats_returned": hats_returned,
        "mean_as_momentum": mean_as_momentum,
        "moments_not_kept": lambda w, g, m, v, t, lr: [adam_step(w, g, m, v, t, lr)[0], m, v],
        "root_before_hat": other_step(
            lambda new_m, new_v, t, **_: new_m / (1 - 0.9**t) / (sqrt(new_v) / (1 - 0.999**t))
        ),
        "other_betas": lambda w, g, m, v, t, lr: adam_step(w, g, m, v, t, lr, betas=(0.9, 0.99)),
    },
)

#: More layers than any call asks for.
MOST_LAYERS = 10


def noise(rng: random.Random, widths: Sequence[int]) -> list[Matrix]:
    """Numbers with mean 0 and variance 1: a matrix for each layer, a row for each output."""
    return [
        [[round(rng.gauss(0, 1), 2) for _ in range(n_in)] for _ in range(n_out)]
        for n_in, n_out in pairwise(widths)
    ]


def draw(rng: random.Random, n: int, widths: Sequence[int]) -> Inputs:
    """Targets that have nothing to do with the inputs, so that they are not fitted soon."""
    return {
        "x_data": matrix(rng, n, widths[0], 0.2, 1.5),
        "y_data": matrix(rng, n, widths[-1], 0.3, 1.2),
        "noise": noise(rng, widths),
    }


MODEL = Net(
    names=tuple(f"{kind}{i}" for i in range(1, MOST_LAYERS + 1) for kind in "wb"),
    noise="noise",
    scale=lambda n_in, n_out: sqrt(xavier(n_in, n_out)),
    over="numbers",
)
BIASES = frozenset(MODEL.names[1::2])
WEIGHTS = frozenset(MODEL.names[::2])

X_DATA = [[-1.0], [-0.7], [-0.4], [-0.1], [0.2], [0.5], [0.8], [1.1]]

MISTAKES: Mistakes = {
    # What a slope of one's own can get wrong does not show: Adam divides by its size, and autograd
    # is allowed.
    **common_in_batches(
        *("error_forgotten", "loss_for_error", "squared_twice", "absolute_slope"),
        *("same_sign_slope", "steps_by_loss", "steps_by_weight", "step_for_weight"),
        *("misused_rate", "multiplies_weight", "zeroes_weight", "momentum"),
        *("missing_factor_2",),
    ),
    "no_scaling": [{"scale": None}],
    "variance_for_std": [{"scale": xavier}],
    "fan_in_alone": [{"scale": lambda n_in, _n_out: sqrt(1 / n_in)}],
    "fan_out_alone": [{"scale": lambda _n_in, n_out: sqrt(1 / n_out)}],
    "he_for_xavier": [{"scale": lambda n_in, _n_out: sqrt(2 / n_in)}],
    "two_left_out": [{"scale": lambda n_in, n_out: sqrt(1 / (n_in + n_out))}],
    "divided_by_inputs": [{"scale": lambda n_in, _n_out: 1 / n_in}],
    "other_gain": [{"scale": lambda n_in, n_out: 5 / 3 * sqrt(xavier(n_in, n_out))}],
    "no_nonlinearity": [{"hidden": IDENTITY}],
    "nonlinearity_on_output": [{"output": TANH}],
    "relu_for_tanh": [{"hidden": RELU}],
    "sigmoid_for_tanh": [{"hidden": SIGMOID}],
    "frozen_biases": [{"frozen": BIASES}],
    "biases_at_one": [{"bias_start": 1.0}],
    "noise_as_parameter": [{"scales": "in the forward pass"}],
    "targets_in_a_row": [{"targets": "a flat row"}],
    "frozen_param": [{"frozen": WEIGHTS}, {"frozen": BIASES | WEIGHTS - {"w1"}}],
    "plain_step": [{"optimizer": None}],
    "momentum_for_adam": [
        {"optimizer": momentum()},
        {"optimizer": momentum(share=0.1)},
        {"optimizer": momentum(nesterov=True)},
    ],
    "no_bias_correction": [
        {"optimizer": adam(corrects_mean=False, corrects_square=False)},
    ],
    "half_bias_correction": [
        {"optimizer": adam(corrects_square=False)},
        {"optimizer": adam(corrects_mean=False)},
    ],
    "counts_from_zero": [{"optimizer": adam(first_step=0)}],
    "counts_one_ahead": [{"optimizer": adam(first_step=2)}],
    "missing_root": [{"optimizer": adam(takes_root=False)}],
    "swapped_betas": [{"optimizer": adam(beta1=0.999, beta2=0.9)}],
    "gradient_for_mean": [{"optimizer": adam(beta1=0.0)}],
    "forgets_moments": [{"optimizer": forgetful(adam())}],
    "other_betas": [
        {"optimizer": adam(beta2=0.99)},
        {"optimizer": adam(beta2=0.9)},
        {"optimizer": adam(beta1=0.99)},
        {"optimizer": adam(beta1=0.5)},
    ],
    "sum_not_mean": [{"over": "nothing"}, {"over": "nothing", "slope_over": "numbers"}],
    "sum_over_outputs": [{"over": "rows"}],
    "updates_every_row": [{"batch": "one", "log": "mean"}, {"batch": "one"}],
    "loss_after_update": [{"log": "last after"}],
}

EXERCISE = Exercise(
    id="14-deep-net",
    lesson=NAME,
    points=4,
    minutes=12,
    level=3,
    model=MODEL,
    loop=Loop(optimizer=adam()),
    lesson_inputs={
        "x_data": X_DATA,
        "y_data": [[round(sin(2 * x), 2)] for (x,) in X_DATA],
        "noise": noise(random.Random(14), (1, *[4] * 9, 1)),
        "lr": 0.02,
        "epochs": 40,
    },
    draw=draw,
    hidden=[
        Draw((5, (2, 4, 3, 3, 1)), lr=(0.06, 0.07, 0.08), epochs=(12, 16)),
        Draw((6, (3, 4, 2, 3, 4, 3, 2)), lr=(0.03, 0.04, 0.05), epochs=(10, 14)),
    ],
    plain={
        "x_data": [[1.0, 2.0], [-1.0, 1.0], [2.0, -1.0]],
        "y_data": [[3.0], [-1.0], [1.5]],
        "noise": [[[1.0, 0.5], [0.5, -1.5], [-1.0, 1.0]], [[1.0, -1.0, 0.5]]],
        "lr": 0.05,
        "epochs": 3,
    },
    edges={
        "a single layer": (4, (2, 1)),
        "more outputs than inputs": (4, (1, 3, 2)),
        "layers of one unit": (4, (2, 1, 1, 1)),
    },
    mistakes=MISTAKES,
    # Hundreds of steps, or steps that grow, bring float32 and float64 apart.
    chaotic=frozenset(
        {"abs_loss", "no_zero_grad", "wrong_sign", "no_scaling", "updates_every_row"}
        | {"missing_root", "no_bias_correction", "half_bias_correction"}
    ),
)

LESSON = Lesson(
    name=NAME,
    title="Deep networks",
    question="why did deep networks not learn?",
    exercises=(THROUGH_LAYERS, START, ADAM_STEP, EXERCISE),
    teaches={
        "nonlinearity": "slopes",
        "start": "start",
        "steps that remember": "optimizers",
        "exercise": "exercise",
    },
    minutes=45,
    explains={
        "norm": "measured-intro",
        "vanishing": "vanishing",
        "exploding": "clipping",
        "clipping": "clipping",
        "variance": "start",
    },
)
