"""Lesson 03: a two-layer network, ŷ = W2·(W1·x + b1) + b2, with gradients of whole matrices."""

# ruff: noqa: N803, as in the formulas

import random
from collections.abc import Iterable
from math import prod
from operator import mul

from leadin.course.exercise import Draw, Exercise, Inputs, matrix, signed, vector
from leadin.course.lesson import Lesson
from leadin.course.small import Small
from leadin.training.loop import of_error
from leadin.training.mistakes import COMMON, ROOT_OF_LOSS, Mistakes, common, some_of
from leadin.training.models import Matrix, TwoLayers, Vector

NAME = "03_two_layer_network"


def draw(rng: random.Random, n: int, m: int, k: int) -> Inputs:
    """More samples than an affine map can fit."""
    return {
        "x_data": [vector(rng, n, 0.3, 1.2) for _ in range(n + 3)],
        "y_data": [vector(rng, k, 0.5, 2.0) for _ in range(n + 3)],
        "W1": [vector(rng, n, 0.2, 0.9) for _ in range(m)],
        "b1": vector(rng, m, 0.1, 0.5),
        "W2": [vector(rng, m, 0.2, 0.9) for _ in range(k)],
        "b2": vector(rng, k, 0.1, 0.5),
    }


def mistakes_in(model: TwoLayers) -> Mistakes:
    """What can go wrong in two layers, whatever is reported for an epoch."""
    return {
        **common(
            *("zero_before_step", "stale_gradient", "restarts_each_epoch", "loss_after_update"),
            *("first_sample_loss", "summed_loss", "mean_loss", "idle_epoch"),
        ),
        **ROOT_OF_LOSS,
        "frozen_param": [{"frozen": some} for some in some_of(model.names)],
        "updated_too_early": [{"through": "updated W2"}],
        "missing_w2_factor": [
            {"through": "nothing"},
            {"direct": frozenset({"W1"})},
            {"direct": frozenset({"b1"})},
        ],
        "no_bias": [{"without": frozenset(some)} for some in ({"b2"}, {"b1"}, {"b1", "b2"})],
        "missing_x_factor": [{"ones": frozenset({"x"})}],
        "missing_h_factor": [{"ones": frozenset({"h"})}],
        "missing_x_and_h_factors": [{"ones": frozenset({"x", "h"})}],
    }


MODEL = TwoLayers()

EXERCISE = Exercise(
    id="03-matrix-gradients",
    lesson=NAME,
    points=4,
    minutes=12,
    level=3,
    model=MODEL,
    lesson_inputs={
        "x_data": [
            [1.0, 2.0, -1.0],
            [0.5, -1.0, 1.0],
            [-1.0, 0.5, 0.5],
            [1.5, 1.0, 1.0],
            [-0.5, -1.5, -1.0],
        ],
        "y_data": [[1.0, 0.0], [0.2, 1.4], [0.9, -0.3], [2.1, 2.4], [-2.7, -1.4]],
        "W1": [[0.5, -0.4, 0.3], [-0.2, 0.6, 0.1]],
        "b1": [0.1, -0.1],
        "W2": [[0.4, -0.5], [0.7, 0.3]],
        "b2": [0.3, 0.2],
        "lr": 0.02,
        "epochs": 100,
    },
    draw=draw,
    # First a single output; then as many outputs as hidden numbers, where W2 is square and a
    # forgotten transposition or a forgotten W2 raises no error.
    hidden=[
        Draw((2, 3, 1), lr=(0.013, 0.015, 0.018), epochs=(30, 45)),
        Draw((4, 3, 3), lr=(0.006, 0.007, 0.008), epochs=(20, 30)),
    ],
    plain={
        "x_data": [[1.0, 2.0], [-1.0, 1.0], [2.0, -1.0]],
        "y_data": [[2.0], [-1.0], [1.0]],
        "W1": [[0.5, -1.0], [1.0, 0.5]],
        "b1": [0.5, -0.5],
        "W2": [[1.0, -0.5]],
        "b2": [0.25],
        "lr": 0.05,
        "epochs": 3,
    },
    edges={
        "fewer hidden numbers than outputs": (3, 2, 4),
        "more hidden numbers than outputs": (2, 4, 3),
        "a single hidden number": (2, 1, 2),
        "every width one": (1, 1, 1),
    },
    mistakes={
        **mistakes_in(MODEL),
        "transposed": [{"through": "W2 transposed"}],
        "only_matching_pairs": [{"pairs": True}],
        "mean_over_outputs": [
            {
                "loss": of_error(lambda r, sizes: r * r / sizes.outputs),
                "loss_slope": of_error(lambda r, sizes: 2 * r / sizes.outputs),
            },
            {"loss": of_error(lambda r, sizes: r * r / sizes.outputs)},
        ],
        **{
            mistake: COMMON[mistake]
            for mistake in (
                *("loss_after_update", "first_sample_loss", "summed_loss", "mean_loss"),
                "idle_epoch",
            )
        },
    },
    # The last sample alone is soon predicted exactly, if all steps are its own.
    chaotic=frozenset({"abs_loss", "no_zero_grad", "one_update_per_epoch"}),
    forbids="autograd",
)


#: Between these, numbers differ from 1, which would change nothing.
FAR = (1.2, 4.0)


def two_sizes(rng: random.Random) -> list[int]:
    """Two that differ: where they are equal, a wrong transposition has the right shape."""
    return rng.sample((2, 3, 4), 2)


def draw_layer(rng: random.Random) -> Inputs:
    """A layer that isn't square, and its input."""
    m, n = two_sizes(rng)
    return {"W": matrix(rng, m, n, *FAR), "b": vector(rng, m, *FAR), "x": vector(rng, n, *FAR)}


def draw_arriving(rng: random.Random) -> Inputs:
    """A layer that isn't square, its input, and what arrives at it."""
    m, n = two_sizes(rng)
    return {
        "W": matrix(rng, m, n, *FAR),
        "x": vector(rng, n, *FAR),
        "delta": vector(rng, m, *FAR),
    }


def dot(one: Iterable[float], other: Iterable[float]) -> float:
    """The sum of the products, as a beginner's `zip` gives it: the shorter one counts."""
    return float(sum(map(mul, one, other)))


def columns(rows: Matrix) -> list[tuple[float, ...]]:
    """A matrix by its columns."""
    return list(zip(*rows, strict=True))


ONE_LAYER = Small(
    id="03-one-layer",
    lesson=NAME,
    function="layer",
    minutes=2,
    level=1,
    section="one-layer",
    right=lambda W, b, x: [dot(row, x) + bias for row, bias in zip(W, b, strict=True)],
    lesson_inputs={
        "W": [[1.0, 2.0], [0.0, 1.0], [3.0, -1.0]],
        "b": [1.0, 3.0, -1.0],
        "x": [2.0, -1.0],
    },
    draw=draw_layer,
    wrong={
        "returns_in_loop": lambda W, b, x: [dot(W[0], x) + b[0]],
        "last_total_only": lambda W, b, x: dot(W[-1], x) + b[-1],
        "lists_joined": lambda W, b, x: [*(dot(row, x) for row in W), *b],
        "last_product_only": lambda W, b, x: [
            row[-1] * x[-1] + bias for row, bias in zip(W, b, strict=True)
        ],
        "bias_subtracted": lambda W, b, x: [
            dot(row, x) - bias for row, bias in zip(W, b, strict=True)
        ],
        "layer_without_bias": lambda W, b, x: [dot(row, x) for row in W],
        "columns_for_rows": lambda W, b, x: [
            dot(column, x) + bias for column, bias in zip(columns(W), b, strict=False)
        ],
        "products_not_summed": lambda W, b, x: [list(map(mul, row, x)) for row in W],
        "bias_in_each_product": lambda W, b, x: [
            dot(row, x) + len(x) * bias for row, bias in zip(W, b, strict=True)
        ],
        "inputs_left_out": lambda W, b, x: [
            sum(row) + bias for row, bias in zip(W, b, strict=True)
        ],
        "weights_plus_inputs": lambda W, b, x: [
            sum(row) + sum(x) + bias for row, bias in zip(W, b, strict=True)
        ],
        "first_bias_for_all": lambda W, b, x: [dot(row, x) + b[0] for row in W],
        "bias_as_factor": lambda W, b, x: [
            dot(row, x) * bias for row, bias in zip(W, b, strict=True)
        ],
    },
)

SHAPES = Small(
    id="03-shapes",
    lesson=NAME,
    function="shapes",
    minutes=2,
    level=1,
    section="two-layers",
    right=lambda n, m, k: [[m, n], [m], [k, m], [k]],
    lesson_inputs={"n": 4, "m": 3, "k": 2},
    draw=lambda rng: dict(zip("nmk", rng.sample(range(4, 30), 3), strict=True)),
    wrong={
        "columns_before_rows": lambda n, m, k: [[n, m], [m], [m, k], [k]],
        "bias_of_the_inputs": lambda n, m, k: [[m, n], [n], [k, m], [m]],
        "bias_shaped_as_matrix": lambda n, m, k: [[m, n], [m, n], [k, m], [k, m]],
        "second_layer_takes_x": lambda n, m, k: [[m, n], [m], [k, n], [k]],
        "layers_exchanged": lambda n, m, k: [[k, m], [k], [m, n], [m]],
        "bias_as_column": lambda n, m, k: [[m, n], [m, 1], [k, m], [k, 1]],
        "one_bias_for_all": lambda n, m, k: [[m, n], [1], [k, m], [1]],
        "weights_then_biases": lambda n, m, k: [[m, n], [k, m], [m], [k]],
        "number_for_vector": lambda n, m, k: [[m, n], m, [k, m], k],
        "w1_turned": lambda n, m, k: [[n, m], [m], [k, m], [k]],
        "w2_turned": lambda n, m, k: [[m, n], [m], [m, k], [k]],
        "biases_left_out": lambda n, m, k: [[m, n], [k, m]],
        "sizes_for_shapes": lambda n, m, k: [m * n, m, k * m, k],
        "shapes_in_one_list": lambda n, m, k: [m, n, m, k, m, k],
    },
)

OUTER_PRODUCT = Small(
    id="03-outer-product",
    lesson=NAME,
    function="gradient_of_matrix",
    minutes=2,
    level=1,
    section="one-entry",
    right=lambda delta, h: [[d * value for value in h] for d in delta],
    lesson_inputs={"delta": [1.0, -3.0], "h": [2.0, 5.0, -1.0]},
    draw=lambda rng: dict(
        zip(("delta", "h"), (vector(rng, size, 1.2, 4.0) for size in two_sizes(rng)), strict=True)
    ),
    wrong={
        "only_matching_pairs": lambda delta, h: list(map(mul, delta, h)),
        "products_in_one_sum": lambda delta, h: dot(delta, h),
        "delta_plus_h": lambda delta, h: [[d + value for value in h] for d in delta],
        "missing_h_factor": lambda delta, h: [[d for _ in h] for d in delta],
        "h_without_delta": lambda delta, h: [list(h) for _ in delta],
        "one_long_row": lambda delta, h: [d * value for d in delta for value in h],
        "only_diagonal": lambda delta, h: [
            [d * value if i == j else 0.0 for j, value in enumerate(h)] for i, d in enumerate(delta)
        ],
    },
)

def outer(column: Vector, row: Vector) -> Matrix:
    """A row for each number of the first."""
    return [[c * r for r in row] for c in column]


def back(W: Matrix, delta: Vector) -> Vector:
    """What a layer passes on to its input."""
    return [dot(column, delta) for column in columns(W)]


BACK_TO_H = Small(
    id="03-back-to-h",
    lesson=NAME,
    function="gradients_of_layer",
    minutes=4,
    level=2,
    section="first-layer",
    right=lambda W, x, delta: [outer(delta, x), delta, back(W, delta)],
    lesson_inputs={
        "W": [[1.0, 2.0, 0.0], [-1.0, 1.0, 3.0]],
        "x": [1.0, 0.0, 2.0],
        "delta": [2.0, -3.0],
    },
    draw=draw_arriving,
    wrong={
        "w_not_transposed": lambda W, x, delta: [
            outer(delta, x),
            delta,
            [dot(row, delta) for row in W],
        ],
        "outer_turned": lambda W, x, delta: [outer(x, delta), delta, back(W, delta)],
        "delta_passed_on": lambda W, x, delta: [outer(delta, x), delta, delta],
        "sum_of_delta": lambda W, x, delta: [
            outer(delta, x),
            delta,
            [sum(delta) for _ in x],
        ],
        "paths_not_added": lambda W, x, delta: [
            outer(delta, x),
            delta,
            [list(map(mul, column, delta)) for column in columns(W)],
        ],
        "first_output_only": lambda W, x, delta: [
            outer(delta, x),
            delta,
            [w * delta[0] for w in W[0]],
        ],
        "last_output_only": lambda W, x, delta: [
            outer(delta, x),
            delta,
            [w * delta[-1] for w in W[-1]],
        ],
        "paths_multiplied": lambda W, x, delta: [
            outer(delta, x),
            delta,
            [prod(map(mul, column, delta)) for column in columns(W)],
        ],
        "outputs_averaged": lambda W, x, delta: [
            outer(delta, x),
            delta,
            [each / len(delta) for each in back(W, delta)],
        ],
        "delta_left_out": lambda W, x, delta: [
            outer(delta, x),
            delta,
            [sum(column) for column in columns(W)],
        ],
        "matrix_times_delta": lambda W, x, delta: [
            [[a * w for w in row] for row, a in zip(W, delta, strict=True)],
            delta,
            back(W, delta),
        ],
        "bias_gets_one": lambda W, x, delta: [
            outer(delta, x),
            [1.0 for _ in delta],
            back(W, delta),
        ],
        "bias_gets_sum": lambda W, x, delta: [
            outer(delta, x),
            [sum(delta) for _ in delta],
            back(W, delta),
        ],
        "input_not_asked": lambda W, x, delta: [outer(delta, x), delta],
        "input_before_bias": lambda W, x, delta: [
            outer(delta, x),
            back(W, delta),
            delta,
        ],
        "layer_forward": lambda W, x, delta: [
            outer(delta, x),
            delta,
            [dot(row, x) for row in W],
        ],
    },
)

LESSON = Lesson(
    name=NAME,
    title="A two-layer network",
    question="what is a layer?",
    exercises=(ONE_LAYER, SHAPES, OUTER_PRODUCT, BACK_TO_H, EXERCISE),
    minutes=44,
    teaches={
        "backward": "one-entry",
        "update": "one-step-intro",
        "exercise": "exercise",
        "the layer before": "w1-contains-w2",
        "an entry of a matrix": "one-entry",
        "shapes": "shapes-tried-intro",
        "the bias": "one-layer",
        "several parameters": "one-step-intro",
        "errors": "what-goes-wrong",
    },
    explains={
        "vector": "one-layer",
        "tensor": "matrix-times-vector",
        "shape": "matrix-times-vector",
        "unit": "layer-with-matrices-read",
        "layer": "one-layer",
        "hidden_unit": "two-layers",
        "outer_product": "outer-product-intro",
        "broadcasting": "broadcasting-read",
        "jacobian": "books",
        "vjp": "books",
    },
)
