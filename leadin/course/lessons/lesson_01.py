"""Lesson 01: ŷ = w·x by hand. The loop is lesson 08's; here it is written without torch."""

import random
from dataclasses import replace

from leadin.course.exercise import Inputs, signed
from leadin.course.lesson import Lesson
from leadin.course.lessons import lesson_08
from leadin.course.small import Small
from leadin.training.mistakes import common, in_line


def draw_garden(rng: random.Random) -> Inputs:
    """A weight, a sample and a target that the model misses."""
    w, x = signed(rng, 0.5, 2.0), signed(rng, 0.5, 2.5)
    return {"w": w, "x": x, "y": round(w**2 * x + signed(rng, 1.5, 4.0), 2)}


#: Of (w²·x − y)²: the inner derivative is another one than in the lesson.
CHAIN_RULE = Small(
    id="01-chain-rule",
    lesson="01_linear_model",
    function="slope",
    minutes=5,
    level=2,
    section="slope-by-formula-intro",
    right=lambda w, x, y: 2 * (w**2 * x - y) * 2 * w * x,
    lesson_inputs={"w": 3.0, "x": 4.0, "y": 30.0},
    draw=draw_garden,
    wrong={
        "inner_forgotten": lambda w, x, y: 2 * (w**2 * x - y),
        "inner_of_product": lambda w, x, y: 2 * (w**2 * x - y) * x,
        "inner_not_differentiated": lambda w, x, y: 2 * (w**2 * x - y) * w**2 * x,
        "both_twos_forgotten": lambda w, x, y: (w**2 * x - y) * w * x,
        "outer_not_differentiated": lambda w, x, y: (w**2 * x - y) ** 2 * 2 * w * x,
        "error_forgotten": lambda w, x, y: 2 * 2 * w * x,
        "factors_added": lambda w, x, y: 2 * (w**2 * x - y) + 2 * w * x,
        "slope_for_x": lambda w, x, y: 2 * (w**2 * x - y) * w**2,
        "other_model": lambda w, x, y: 2 * (w * x - y) * x,
        "inner_lacks_x": lambda w, x, y: 2 * (w**2 * x - y) * 2 * w,
        "inner_lacks_w": lambda w, x, y: 2 * (w**2 * x - y) * 2 * x,
        "inner_adds_w": lambda w, x, y: 2 * (w**2 * x - y) * (2 * w + x),
        "inner_by_both": lambda w, x, y: 2 * (w**2 * x - y) * (2 * w * x + w**2),
        "target_in_inner": lambda w, x, y: 2 * (w**2 * x - y) * (2 * w * x - y),
        "outer_of_old_inside": lambda w, x, y: 2 * (w * x - y) * 2 * w * x,
        "square_of_all": lambda w, x, y: 2 * ((w * x) ** 2 - y) * 2 * w * x**2,
        "target_forgotten": lambda w, x, y: 2 * w**2 * x * 2 * w * x,
        "loss_for_slope": lambda w, x, y: (w**2 * x - y) ** 2,
    },
)

#: From w = 3 with x = 3, y = 6 and lr = 0.05: the slopes are 18 and 1.8.
TWO_UPDATES = Small(
    id="01-two-updates",
    lesson="01_linear_model",
    function="two_updates",
    minutes=3,
    level=1,
    section="one-update-intro",
    right=lambda: [2.1, 2.01],
    lesson_inputs={},
    wrong={
        "wrong_sign": lambda: [3.9, 5.61],
        "same_slope_again": lambda: [2.1, 1.2],
        "missing_factor_2": lambda: [2.55, 2.3025],
        "missing_x_factor": lambda: [2.7, 2.49],
        "rate_forgotten": lambda: [-15.0, 291.0],
        "start_counted": lambda: [3.0, 2.1],
        "both_from_the_start": lambda: [2.1, 2.1],
        "steps_for_weights": lambda: [0.9, 0.09],
        "slopes_for_weights": lambda: [18.0, 1.8],
        "losses_for_weights": lambda: [9.0, 0.09],
        "start_included": lambda: [3.0, 2.1, 2.01],
        "last_only": lambda: 2.01,
        "example_copied": lambda: [3.6, 3.28],
        "rate_of_lesson": lambda: [2.82, 2.6724],
        "rate_of_example": lambda: [1.2, 2.64],
        "start_of_lesson": lambda: [1.9, 1.99],
        "start_of_example": lambda: [2.2, 2.02],
        "first_sample": lambda: [2.9, 2.81],
        "second_sample": lambda: [2.6, 2.36],
    },
)

GRADIENT = Small(
    id="01-gradient",
    lesson="01_linear_model",
    function="gradient",
    minutes=3,
    level=2,
    section="two-weights-intro",
    right=lambda w, b, x, y: [2 * (w * x + b - y) * x, 2 * (w * x + b - y)],
    lesson_inputs={"w": 2.0, "b": 1.0, "x": 3.0, "y": 5.0},
    draw=lambda rng: {
        "w": signed(rng, 1.2, 3.0),
        "b": signed(rng, 1.2, 3.0),
        "x": signed(rng, 1.2, 3.0),
        "y": signed(rng, 10.0, 15.0),
    },
    wrong={
        "missing_x_factor": lambda w, b, x, y: [2 * (w * x + b - y)] * 2,
        "surplus_x_factor": lambda w, b, x, y: [2 * (w * x + b - y) * x] * 2,
        "surplus_b_factor": lambda w, b, x, y: [2 * (w * x + b - y) * x, 2 * (w * x + b - y) * b],
        "weight_for_x": lambda w, b, x, y: [2 * (w * x + b - y) * w, 2 * (w * x + b - y)],
        "bias_without_gradient": lambda w, b, x, y: [2 * (w * x + b - y) * x, 0.0],
        "error_forgotten": lambda w, b, x, y: [2 * x, 2.0],
        "no_bias": lambda w, b, x, y: [2 * (w * x - y) * x, 2 * (w * x - y)],
        "target_forgotten": lambda w, b, x, y: [2 * (w * x + b) * x, 2 * (w * x + b)],
        "partials_added": lambda w, b, x, y: 2 * (w * x + b - y) * (x + 1),
        "inner_forgotten_for_b": lambda w, b, x, y: [2 * (w * x + b - y) * x, 1.0],
        "two_forgotten_for_w": lambda w, b, x, y: [(w * x + b - y) * x, 2 * (w * x + b - y)],
        "two_forgotten_for_b": lambda w, b, x, y: [2 * (w * x + b - y) * x, w * x + b - y],
        "product_for_inner": lambda w, b, x, y: [
            2 * (w * x + b - y) * w * x,
            2 * (w * x + b - y) * b,
        ],
        "bias_in_inner": lambda w, b, x, y: [2 * (w * x + b - y) * (x + b), 2 * (w * x + b - y)],
        "gradient_of_all": lambda w, b, x, y: [
            2 * (w * x + b - y) * each for each in (x, 1.0, w, -1.0)
        ],
        "loss_for_error": lambda w, b, x, y: [
            2 * (w * x + b - y) ** 2 * x,
            2 * (w * x + b - y) ** 2,
        ],
    },
)

EXERCISE = replace(
    lesson_08.EXERCISE,
    id="01-gradient-by-hand",
    lesson="01_linear_model",
    points=2,
    mistakes={
        # By hand no gradient is stored, to be zeroed too early.
        **common("zero_before_step"),
        "no_zero_grad": [{"zeroes": "never"}],
        **in_line(lesson_08.MODEL.names, lesson_08.MODEL.features),
        "missing_x_factor": lesson_08.EXERCISE.mistakes["missing_x_factor"],
    },
    forbids="torch",
    minutes=9,
    level=2,
)

LESSON = Lesson(
    name="01_linear_model",
    title="A linear model",
    question="how does a weight learn?",
    exercises=(CHAIN_RULE, TWO_UPDATES, GRADIENT, EXERCISE),
    teaches={
        "forward": "loss-table-intro",
        "backward": "nudge-intro",
        "update": "one-update-intro",
        "loop": "one-epoch-intro",
        "clear": "one-epoch-intro",
        "an epoch's loss": "exercise",
        "exercise": "exercise",
    },
    minutes=45,
    explains={
        "sample": "model",
        "target": "model",
        "model": "model",
        "prediction": "model",
        "weight": "model",
        "error": "model",
        "loss": "loss-table-intro",
        "slope": "nudge-intro",
        "derivative": "nudge-intro",
        "finite_difference": "nudge-intro",
        "chain_rule": "slope-by-formula-intro",
        "learning_rate": "one-update-intro",
        "epoch": "one-epoch-intro",
        "bias": "two-weights-intro",
        "partial_derivative": "two-weights-intro",
        "gradient": "two-weights-intro",
        "gradient_descent": "gradient-exercise",
    },
)
