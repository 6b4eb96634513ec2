"""Lesson 13: gradients of whole batches, ŷ = tanh(x·W1ᵀ + b1)·W2ᵀ + b2 with a sample in each row.

The loss of a batch is the mean over its rows of the squared errors, summed over the outputs. There
is one update an epoch, with all rows.
"""

import random
from collections.abc import Callable
from typing import Any


from leadin.course.exercise import Draw, Exercise, Inputs, matrix, signed, vector
from leadin.course.lesson import Lesson
from leadin.course.small import Small
from leadin.training.batches import IDENTITY, TANH, Net
from leadin.training.loop import of_error
from leadin.training.mistakes import ROOT_OF_LOSS, Mistakes, common_in_batches, some_of
from leadin.training.models import Matrix, Vector


#: (rows, inputs, hidden units, outputs) -> a shape, and five of them.
Shape = Callable[[int, int, int, int], list[int]]
Shapes = Callable[[int, int, int, int], list[list[int]]]


def shapes(**others: Shape) -> Shapes:
    """The shapes of Z1, of ŷ, and of the gradients of W1, b1 and H, with others for some."""

    def of(n: int, d: int, h: int, m: int) -> list[list[int]]:
        right = {"z1": [n, h], "y_pred": [n, m], "w1": [h, d], "b1": [h], "h": [n, h]}
        return [others[name](n, d, h, m) if name in others else right[name] for name in right]

    return of


def sizes(rng: random.Random) -> Inputs:
    """Four sizes that are all different, so that none can stand for another."""
    return dict(zip("ndhm", rng.sample(range(2, 10), 4), strict=True))


SHAPES = Small(
    id="13-shapes",
    lesson="13_matrix_gradients",
    function="shapes",
    minutes=3,
    level=1,
    section="batch-as-matrix",
    right=shapes(),
    lesson_inputs={"n": 5, "d": 3, "h": 4, "m": 2},
    draw=sizes,
    wrong={
        "inputs_first": shapes(w1=lambda n, d, h, m: [d, h]),
        "samples_in_columns": shapes(
            z1=lambda n, d, h, m: [h, n],
            y_pred=lambda n, d, h, m: [m, n],
            h=lambda n, d, h, m: [h, n],
        ),
        "bias_for_each_row": shapes(b1=lambda n, d, h, m: [n, h]),
        "bias_as_matrix": shapes(b1=lambda n, d, h, m: [1, h]),
        "rows_forgotten": shapes(
            z1=lambda n, d, h, m: [h], y_pred=lambda n, d, h, m: [m], h=lambda n, d, h, m: [h]
        ),
        "rows_in_weights": shapes(w1=lambda n, d, h, m: [n, h, d]),
        "other_layer": shapes(w1=lambda n, d, h, m: [m, h]),
        "shape_of_input": shapes(h=lambda n, d, h, m: [n, d]),
        "shape_of_output": shapes(h=lambda n, d, h, m: [n, m]),
        "z1_like_x": shapes(z1=lambda n, d, h, m: [n, d]),
        "y_pred_like_h": shapes(y_pred=lambda n, d, h, m: [n, h]),
        "y_pred_like_w2": shapes(y_pred=lambda n, d, h, m: [h, m]),
        "shapes_of_jacobians": shapes(
            w1=lambda n, d, h, m: [n, m, h, d],
            b1=lambda n, d, h, m: [n, m, h],
            h=lambda n, d, h, m: [n, m, n, h],
        ),
    },
)


def of_weights(x_data: Matrix, delta: Matrix) -> Matrix:
    """Δᵀ·x: for each row the product of its δ and its x, all of them added up."""
    return [
        [sum(d * x for d, x in zip(ds, xs, strict=True)) for xs in zip(*x_data, strict=True)]
        for ds in zip(*delta, strict=True)
    ]


def rows_and_deltas(rng: random.Random) -> Inputs:
    """A few rows; three inputs and two outputs, or two and three, so that a shape tells."""
    n, (d, m) = rng.randint(3, 4), rng.choice(((3, 2), (2, 3)))
    return {"x_data": matrix(rng, n, d, 0.5, 3.0), "delta": matrix(rng, n, m, 0.5, 3.0)}


WEIGHT = Small(
    id="13-weight-gradient",
    lesson="13_matrix_gradients",
    function="weight_gradient",
    minutes=3,
    level=2,
    section="gradient-of-w",
    right=of_weights,
    lesson_inputs={"x_data": [[1.0, 2.0], [3.0, -1.0]], "delta": [[2.0], [-1.0]]},
    draw=rows_and_deltas,
    wrong={
        "averaged_over_rows": lambda x_data, delta: [
            [each / len(x_data) for each in row] for row in of_weights(x_data, delta)
        ],
        "first_row_only": lambda x_data, delta: of_weights(x_data[:1], delta[:1]),
        "last_row_only": lambda x_data, delta: of_weights(x_data[-1:], delta[-1:]),
        "summed_too_early": lambda x_data, delta: of_weights(
            [list(map(sum, zip(*x_data, strict=True)))], [list(map(sum, zip(*delta, strict=True)))]
        ),
        "rows_kept_apart": lambda x_data, delta: [
            of_weights([x], [d]) for x, d in zip(x_data, delta, strict=True)
        ],
        "rows_mismatched": lambda x_data, delta: of_weights(x_data[::-1], delta),
        "missing_x_factor": lambda x_data, delta: of_weights(
            [[1.0] * len(x) for x in x_data], delta
        ),
        "missing_delta_factor": lambda x_data, delta: of_weights(
            x_data, [[1.0] * len(d) for d in delta]
        ),
        "rows_are_one_list": lambda x_data, delta: (
            len(delta[0]) * [list(map(sum, zip(*of_weights(x_data, delta), strict=True)))]
        ),
    },
)


def columns(gradient: Matrix) -> list[Vector]:
    """The numbers that each number of a row was stretched to."""
    return [list(column) for column in zip(*gradient, strict=True)]


def made_of(put: Callable[[Vector], float]) -> Callable[[Matrix], list[Any]]:
    """The gradients of a row and of a column.

    Args:
        put: what is made of the numbers that one number was stretched to.
    """
    return lambda gradient: [list(map(put, columns(gradient))), [[put(row)] for row in gradient]]


def stretched(rng: random.Random) -> Inputs:
    """The gradient of a matrix that is not square, so that a row can't stand for a column."""
    n, m = rng.sample((2, 3, 4), 2)
    return {"gradient": matrix(rng, n, m, 0.5, 3.0)}


SUMMED_BACK = Small(
    id="13-summed-back",
    lesson="13_matrix_gradients",
    function="summed_back",
    minutes=3,
    level=2,
    section="gradient-of-b",
    right=made_of(sum),
    lesson_inputs={"gradient": [[1.0, 2.0, 3.0], [10.0, 20.0, 30.0]]},
    draw=stretched,
    wrong={
        "averaged_back": made_of(lambda numbers: sum(numbers) / len(numbers)),
        "first_of_the_stretched": made_of(lambda numbers: numbers[0]),
        "last_of_the_stretched": made_of(lambda numbers: numbers[-1]),
        "not_summed": lambda gradient: [gradient, gradient],
        "other_direction": lambda gradient: [
            list(map(sum, gradient)),
            [[sum(column)] for column in columns(gradient)],
        ],
        "row_for_both": lambda gradient: 2 * [list(map(sum, columns(gradient)))],
        "column_for_both": lambda gradient: 2 * [[[sum(row)] for row in gradient]],
        "all_in_one": lambda gradient: 2 * [sum(map(sum, gradient))],
        "brackets_lost": lambda gradient: [
            list(map(sum, columns(gradient))),
            list(map(sum, gradient)),
        ],
        "sums_exchanged": lambda gradient: [
            list(map(sum, gradient)),
            list(map(sum, columns(gradient))),
        ],
        "row_in_brackets": lambda gradient: [
            [list(map(sum, columns(gradient)))],
            [[sum(row)] for row in gradient],
        ],
        "column_laid_down": lambda gradient: [
            list(map(sum, columns(gradient))),
            [list(map(sum, gradient))],
        ],
    },
)


def draw(rng: random.Random, n: int, d: int, h: int, m: int) -> Inputs:
    """More targets than so few epochs can fit."""
    return {
        "x_data": matrix(rng, n, d, 0.3, 1.5),
        "y_data": matrix(rng, n, m, 0.4, 1.6),
        "w1": matrix(rng, h, d, 0.3, 1.0),
        "b1": vector(rng, h, 0.1, 0.5),
        "w2": matrix(rng, m, h, 0.3, 1.0),
        "b2": vector(rng, m, 0.1, 0.5),
    }


MODEL = Net(("w1", "b1", "w2", "b2"))

MISTAKES: Mistakes = {
    **common_in_batches(),
    **ROOT_OF_LOSS,
    "frozen_param": [{"frozen": some} for some in some_of(MODEL.names)],
    "updated_too_early": [{"through": "updated W"}],
    "missing_w2_factor": [{"through": "nothing"}],
    "transposed": [{"through": "W transposed"}, {"weight": "transposed"}, {"product": "W"}],
    "no_bias": [{"without": frozenset(some)} for some in ({"b2"}, {"b1"}, {"b1", "b2"})],
    "missing_x_factor": [{"ones": frozenset({"w1"})}],
    "missing_h_factor": [{"ones": frozenset({"w2"})}, {"ones": frozenset({"w1", "w2"})}],
    "h_before_tanh": [{"from_z": frozenset({"w2"})}],
    "no_nonlinearity": [{"hidden": IDENTITY}],
    "nonlinearity_on_output": [{"output": TANH}, {"hidden": IDENTITY, "output": TANH}],
    "missing_activation_slope": [
        {"unbent": frozenset(some)} for some in ({"w1", "b1"}, {"w1"}, {"b1"})
    ],
    "slope_at_wrong_place": [
        {"hidden_slope": lambda z, _a: 1 - z * z},
        {"hidden_slope": lambda _z, a: 1 - TANH.value(a) ** 2},
    ],
    "square_left_out": [{"hidden_slope": lambda _z, a: 1 - a}],
    "square_for_slope": [{"hidden_slope": lambda _z, a: a * a}],
    "slope_on_output": [
        {"output_slope": lambda _z, y_pred: 1 - y_pred * y_pred},
        {"output_slope": lambda z, _y_pred: 1 - TANH.value(z) ** 2},
    ],
    "batch_sum": [{"over": "nothing"}],
    "sum_not_mean": [{"over": "nothing", "slope_over": "rows"}],
    "gradient_of_sum": [{"slope_over": "nothing"}],
    "averaged_twice": [
        {"loss_slope": of_error(lambda r, sizes: 2 * r / sizes.n)},
        {"gathers_weight": "mean"},
    ],
    "bias_averaged": [{"gathers_bias": "mean"}],
    "bias_of_one_row": [{"gathers_bias": "first"}, {"gathers_bias": "last"}],
    "bias_over_outputs": [{"gathers_bias": "all numbers"}],
    "weights_of_one_row": [{"gathers_weight": "first"}, {"gathers_weight": "last"}],
    "mean_over_outputs": [{"over": "numbers"}, {"over": "numbers", "slope_over": "rows"}],
    "gradient_of_mean": [{"slope_over": "numbers"}],
    "directions_exchanged": [{"over": "outputs"}, {"over": "outputs", "slope_over": "rows"}],
    "updates_every_row": [
        {"batch": "one", "log": log} for log in ("mean", "last", "first", "mean at end")
    ],
    "one_row_loss": [
        {"over": "first", "slope_over": "rows"},
        {"over": "last", "slope_over": "rows"},
    ],
}

EXERCISE = Exercise(
    id="13-batch-by-hand",
    lesson="13_matrix_gradients",
    points=4,
    minutes=12,
    level=3,
    model=MODEL,
    lesson_inputs={
        "x_data": [[float(a), float(b)] for a in (-1, 0, 1) for b in (-1, 0, 1)],
        "y_data": [[float(a * b)] for a in (-1, 0, 1) for b in (-1, 0, 1)],
        "w1": [[0.8, 0.6], [0.5, -0.7], [-0.6, 0.9], [0.3, -0.4]],
        "b1": [0.3, -0.2, 0.4, 0.1],
        "w2": [[0.5, -0.6, 0.4, 0.7]],
        "b2": [0.2],
        "lr": 0.2,
        "epochs": 200,
    },
    draw=draw,
    # First a single output; then as many outputs as hidden units, where W2 is square and a
    # forgotten transposition raises no error, with steps so long that the loss rises here and there.
    hidden=[
        Draw((6, 3, 4, 1), lr=(0.15, 0.18, 0.22), epochs=(20, 30)),
        Draw((4, 2, 3, 3), lr=(0.25, 0.3, 0.35), epochs=(10, 14)),
    ],
    plain={
        "x_data": [[1.0, 2.0], [-1.0, 1.0], [2.0, -1.0]],
        "y_data": [[2.0], [-1.0], [1.0]],
        "w1": [[0.5, -1.0], [1.0, 0.5]],
        "b1": [0.5, -0.5],
        "w2": [[1.0, -0.5]],
        "b2": [0.25],
        "lr": 0.1,
        "epochs": 3,
    },
    edges={
        "as many rows as outputs": (3, 2, 4, 3),
        "a single hidden unit": (3, 2, 1, 2),
        "every width two": (2, 2, 2, 2),
        "every width one": (2, 1, 1, 1),
    },
    mistakes=MISTAKES,
    accepts=lambda curve: curve[-1] < curve[0] / 2 and max(curve) < 2 * curve[0],
    # Steps that are several times too long climb to where tanh is flat: there float32 rounds other
    # numbers to 1 than float64, and the curves part.
    chaotic=frozenset({"abs_loss", "no_zero_grad", "wrong_sign", "slope_at_wrong_place"})
    | {"batch_sum", "gradient_of_sum", "directions_exchanged", "updates_every_row", "h_before_tanh"},
    forbids="autograd",
)

LESSON = Lesson(
    name="13_matrix_gradients",
    title="Gradients of matrices",
    question="how does a gradient go back through a layer, when a whole batch goes through it?",
    exercises=(SHAPES, WEIGHT, SUMMED_BACK, EXERCISE),
    teaches={
        "shapes": "batch-as-matrix",
        "a batch": "gradient-of-w",
        "a bias in a batch": "gradient-of-b",
        "the mean of a batch": "through-the-net",
        "an entry of a matrix": "gradient-of-w",
        "the layer before": "through-the-net",
        "forward": "through-the-net",
        "backward": "through-the-net",
        "update": "through-the-net",
        "several parameters": "through-the-net",
        "exercise": "exercise",
    },
    minutes=45,
    explains={
        "forward_mode": "reverse-name",
    },
)
