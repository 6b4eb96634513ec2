"""Lesson 01: ŷ = w·x by hand. The loop is lesson 08's; here it is written without torch."""

from leadin.exercises import sgd
from leadin.exercises.definition import Exercise
from leadin.exercises.lesson_08 import draw_hidden_inputs, oracle, simulate

EXERCISE = Exercise(
    id="01-gradient-by-hand",
    lesson="01_linear_model",
    function="train",
    points=2,
    lesson_inputs={
        "x_data": [1.0, 2.0, 3.0],
        "y_data": [2.0, 4.0, 6.0],
        "w": 1.0,
        "lr": 0.01,
        "epochs": 100,
    },
    parts={
        "data": ("x_data", "y_data"),
        "start": ("w",),
        "lr": ("lr",),
        "epochs": ("epochs",),
    },
    draw_hidden_inputs=draw_hidden_inputs,
    oracle=oracle,
    simulate=simulate,
    mistakes={
        # The one that needs autograd: by hand there is no stored gradient to zero too early.
        **{key: edits for key, edits in sgd.COMMON_MISTAKES.items() if key != "zero_before_step"},
        "no_zero_grad": [{"keeps": frozenset({0})}],
        "missing_x_factor": [{"slopes": lambda _x: (1.0,)}],
    },
    forbids="torch",
)
