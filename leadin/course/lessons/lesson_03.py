"""Lesson 03: a two-layer network, ŷ = W2·(W1·x + b1) + b2, with gradients of whole matrices."""

import random

from leadin.course.exercise import Draw, Exercise, Inputs, signed
from leadin.course.lesson import Lesson
from leadin.training.loop import of_error
from leadin.training.mistakes import COMMON, ROOT_OF_LOSS, Mistakes, common, some_of
from leadin.training.models import TwoLayers, Vector


def vector(rng: random.Random, size: int, low: float, high: float) -> Vector:
    """Numbers of either sign."""
    return [signed(rng, low, high) for _ in range(size)]


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
        "missing_h_factor": [{"ones": frozenset({"h"})}, {"ones": frozenset({"x", "h"})}],
    }


MODEL = TwoLayers()

EXERCISE = Exercise(
    id="03-matrix-gradients",
    lesson="03_two_layer_network",
    points=4,
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
    chaotic=frozenset({"abs_loss", "no_zero_grad"}),
    forbids="autograd",
)

LESSON = Lesson(
    name="03_two_layer_network",
    title="A two-layer network",
    question="what is a layer?",
    exercises=(EXERCISE,),
    teaches={
        "backward": "one-entry",
        "update": "one-step-intro",
        "exercise": "exercise",
        "the layer before": "w1-contains-w2",
        "an entry of a matrix": "one-entry",
        "shapes": "shapes-tried-intro",
    },
)
