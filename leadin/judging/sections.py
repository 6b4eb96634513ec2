"""Every mistake that a verdict can name, and where it is taught."""

from dataclasses import dataclass

from leadin.course import EXERCISES


@dataclass(frozen=True)
class Section:
    """A heading of a lesson.

    Attributes:
        lesson: name of the notebook, without its ending.
        heading: text of the heading.
    """

    lesson: str
    heading: str


WEIGHT = Section("08_training_linear", "The weight")
FORWARD = Section("08_training_linear", "One forward pass")
BACKWARD = Section("08_training_linear", "One backward pass")
UPDATE = Section("08_training_linear", "One update")
CLEAR = Section("08_training_linear", "Clear the gradient")
LOOP = Section("08_training_linear", "The training loop")
EXERCISE = Section("08_training_linear", "Exercise")
WRONG = Section("08_training_linear", "What goes wrong")
THREE_SLOPES = Section("09_training_quadratic", "Three slopes from one backward pass")
RISING = Section("09_training_quadratic", "The loss that rises")
WRONG_09 = Section("09_training_quadratic", "What goes wrong")
LOCAL = Section("02_computational_graph", "Two weights")
ENTRY = Section("03_two_layer_network", "One entry at a time")
SHAPES = Section("03_two_layer_network", "Shapes as a check")
W2_IN_W1 = Section("03_two_layer_network", "The slope of W1 contains W2")
BEND = Section("04_why_nonlinearity", "A bend in between")
BEND_SLOPE = Section("04_why_nonlinearity", "The slope of σ")
EXERCISE_04 = Section("04_why_nonlinearity", "Exercise")
FREEZING = Section("05_requires_grad", "Freezing a weight")
DYNAMIC = Section("06_backward", "A graph that differs from sample to sample")
ADDING_UP = Section("07_zero_grad", "Adding up on purpose")
WHERE_TO_CLEAR = Section("07_zero_grad", "Where to clear")
EXERCISE_07 = Section("07_zero_grad", "Exercise")
DATA_LIES = Section("10_modern_pytorch", "When .data lies")
EVERY_PATH = Section("11_build_autograd", "Every path counts")
EACH_ONCE = Section("11_build_autograd", "Each node once, in the right order")
REMEMBERS = Section("11_build_autograd", "A number that remembers")

#: Sections of other lessons on the same topic: a reader is sent to the one in the own lesson.
SAME_TOPIC: dict[Section, tuple[Section, ...]] = {
    FORWARD: (
        Section("01_linear_model", "The loss"),
        Section("02_computational_graph", "Forward: values"),
    ),
    BACKWARD: (
        Section("01_linear_model", "The slope"),
        Section("02_computational_graph", "Backward: slopes"),
        Section("03_two_layer_network", "One entry at a time"),
        Section("04_why_nonlinearity", "The slope of σ"),
    ),
    UPDATE: (
        Section("01_linear_model", "The update"),
        Section("02_computational_graph", "Learning on a graph"),
        Section("03_two_layer_network", "One step"),
        Section("10_modern_pytorch", "An optimizer"),
    ),
    CLEAR: (Section("07_zero_grad", "Where to clear"),),
    LOOP: (
        Section("01_linear_model", "The training loop"),
        Section("07_zero_grad", "Adding up on purpose"),
        Section("10_modern_pytorch", "Today's loop"),
    ),
    WEIGHT: (Section("05_requires_grad", "Leaf or not"),),
    EXERCISE: (
        Section("12_debugging_clinic", "Six loops to mend"),
        *(
            Section(exercise.lesson, "Exercise")
            for exercise in EXERCISES.values()
            if not exercise.id.startswith("12")
        ),
    ),
}

_TAUGHT_IN = {
    CLEAR: "no_zero_grad zero_before_step grad_no_tensor",
    WRONG_09: "zero_some_params",
    UPDATE: "wrong_sign no_update wrong_lr inplace_leaf lost_leaf",
    LOOP: "one_update_per_epoch restarts_each_epoch only_first_sample stale_gradient",
    EXERCISE: (
        "loss_after_update divided_by_n first_sample_loss loss_every_sample missing_epoch "
        "extra_epoch rounded_loss returns_none returns_one_number hard_coded ignores_lr "
        "ignores_epochs ignores_start data_reversed not_repeatable"
    ),
    FORWARD: "halved_loss abs_loss tensor_times_list",
    RISING: "summed_loss mean_loss",
    THREE_SLOPES: "swapped_w1_w2 frozen_param no_bias",
    BACKWARD: "missing_x_factor missing_factor_2 uses_torch uses_autograd vector_loss",
    WRONG: (
        "returns_tensors backward_twice int_tensor item_too_early zero_before_backward item_of_many"
    ),
    WEIGHT: "no_requires_grad",
    LOCAL: "surplus_x_factor swapped_slopes",
    W2_IN_W1: "updated_too_early missing_w2_factor",
    ENTRY: "missing_h_factor mean_over_outputs",
    SHAPES: "transposed wrong_shapes",
    BEND: "no_nonlinearity nonlinearity_on_output",
    BEND_SLOPE: "missing_activation_slope slope_at_wrong_place",
    EXERCISE_04: "last_sample_loss running_mean sum_not_mean mean_before_epoch",
    FREEZING: "frozen_param_moves freezes_the_other",
    DYNAMIC: (
        "ignores_depth depth_off_by_one times_for_power one_use_counted fixed_graph_slope "
        "power_rule"
    ),
    ADDING_UP: "sum_for_mean divides_by_k ignores_k drops_last_group carries_rest_over",
    WHERE_TO_CLEAR: "zeroes_every_sample",
    EXERCISE_07: "last_loss_for_mean sum_loss_for_mean mean_of_group_means reports_divided_loss",
    EVERY_PATH: "overwrites_gradient missing_upstream",
    EACH_ONCE: "wrong_order pushes_again",
    REMEMBERS: "missing_local_gradient",
    DATA_LIES: "edited_before_backward",
}

#: Every mistake by id, with the section that teaches it.
MISTAKES: dict[str, Section] = {
    mistake: section for section, mistakes in _TAUGHT_IN.items() for mistake in mistakes.split()
}


def section_for(mistake: str, lesson: str) -> Section:
    """Where a reader of a lesson finds what a mistake is about.

    Args:
        mistake: its id.
        lesson: name of the reader's notebook, without its ending.

    Returns:
        A section of that lesson where it has one on the topic, else the section that teaches it.
    """
    nearby = (
        section for section in SAME_TOPIC.get(MISTAKES[mistake], ()) if section.lesson == lesson
    )
    return next(nearby, MISTAKES[mistake])
