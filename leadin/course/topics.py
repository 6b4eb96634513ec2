"""What each mistake is about, and where the course teaches that."""

from dataclasses import dataclass
from functools import cache

from leadin.course.catalogue import LESSONS, SMALL, AnyExercise
from leadin.course.small import OF_NO_NUMBERS, OF_THE_CALLS, OF_THE_RESULT, Small

#: For each topic the mistakes that are about it.
_TOPICS: dict[str, str] = {
    "weight": "no_requires_grad",
    "forward": (
        "halved_loss abs_loss square_forgotten doubled_for_squared higher_power "
        "negated_loss scaled_loss target_forgotten prediction_forgotten plus_for_minus "
        "times_for_minus x_forgotten missing_term surplus_bias parameter_for_another "
        "nan_from_start"
    ),
    "backward": (
        "missing_x_factor missing_factor_2 uses_torch uses_autograd vector_loss "
        "missing_activation_slope surplus_activation_slope slope_at_wrong_place slope_only_for_b1 "
        "slope_only_for_w1 slope_of_sigmoid h_for_slope square_left_out square_for_slope "
        "plus_for_minus_in_slope z_for_h w2_in_its_own_gradient h_for_x w1_for_x x_on_b1_too "
        "error_forgotten loss_for_error squared_twice absolute_slope same_sign_slope weight_for_x "
        "target_for_x mean_over_outputs h_before_tanh slope_on_output"
    ),
    "update": (
        "wrong_sign one_climbs no_update wrong_lr loss_diverges "
        "steps_by_loss steps_by_weight steps_without_slope step_for_weight misused_rate "
        "multiplies_weight uneven_rates momentum weight_decay"
    ),
    "leaf": "inplace_leaf lost_leaf",
    "clear": "no_zero_grad zero_before_step grad_no_tensor zeroes_every_sample zeroes_weight",
    "loop": (
        "one_update_per_epoch restarts_each_epoch only_first_sample stale_gradient idle_epoch "
        "swapped_x_y x_for_y y_for_x y_reversed skipped_sample sorted_data doubled_sample "
        "counts_samples too_many_epochs loops_exchanged every_x_with_every_y"
    ),
    "errors": (
        "returns_tensors backward_twice int_tensor item_too_early zero_before_backward "
        "item_of_many not_called"
    ),
    "the bias": "no_bias",
    "exercise": (
        "loss_before_epoch loss_after_update divided_by_n first_sample_loss loss_every_sample "
        "missing_epoch extra_epoch rounded_loss returns_none returns_one_number returns_empty "
        "hard_coded "
        "ignores_data ignores_lr ignores_epochs ignores_start data_reversed not_repeatable "
        "last_sample_loss running_mean sum_not_mean divided_by_other_count mean_before_epoch "
        "last_loss_for_mean sum_loss_for_mean total_of_last_group mean_of_group_means "
        "reports_divided_loss "
        "extreme_loss other_samples_loss running_total "
        "logged_twice keeps_last_only sorted_losses reversed_losses root_of_loss "
        "prediction_for_loss weight_for_loss gradient_for_loss target_for_loss stops_early "
        "sum_over_outputs updates_every_row"
    ),
    "several parameters": "swapped_w1_w2 other_gradient",
    "a weight without gradient": "frozen_param",
    "several gradients": "zero_some_params loop_name_rebound",
    "an epoch's loss": "summed_loss mean_loss",
    "two weights": "surplus_x_factor swapped_slopes",
    "the layer before": "updated_too_early missing_w2_factor",
    "an entry of a matrix": "missing_h_factor missing_x_and_h_factors only_matching_pairs",
    "shapes": "transposed wrong_shapes targets_in_a_row",
    "nonlinearity": (
        "no_nonlinearity mean_without_activation activation_only_in_mean slope_without_activation "
        "relu_for_tanh sigmoid_for_tanh"
    ),
    "the last layer": "nonlinearity_on_output",
    "freezing": "frozen_param_moves freezes_the_other update_of_frozen",
    "lists": "tensor_times_list",
    "dynamic graph": (
        "ignores_depth depth_off_by_one times_for_power one_use_counted fixed_graph_slope "
        "power_rule power_of_x"
    ),
    "groups": (
        "sum_for_mean divides_by_k divided_by_all_samples ignores_k drops_last_group "
        "carries_rest_over group_ends_too_early count_not_reset"
    ),
    ".data": "edited_before_backward",
    "node": "missing_local_gradient pair_for_element value_for_tensor returns_values",
    "paths": "overwrites_gradient missing_upstream multiplies_paths",
    "order of nodes": (
        "wrong_order pushes_again nothing_arrives every_gradient_one one_at_every_node "
        "engine_unused"
    ),
    "a batch": "weights_of_one_row",
    "a bias in a batch": "bias_averaged bias_of_one_row bias_over_outputs",
    "the mean of a batch": (
        "batch_sum gradient_of_sum averaged_twice gradient_of_mean directions_exchanged "
        "one_row_loss"
    ),
    "start": (
        "no_scaling variance_for_std fan_in_alone fan_out_alone he_for_xavier two_left_out "
        "divided_by_inputs other_gain biases_at_one noise_as_parameter"
    ),
    "steps that remember": (
        "plain_step momentum_for_adam no_bias_correction half_bias_correction counts_from_zero "
        "counts_one_ahead missing_root swapped_betas gradient_for_mean forgets_moments other_betas "
        "frozen_biases"
    ),
    "softmax": "unshifted_softmax wrong_axis softmax_twice",
    "cross-entropy": (
        "log_of_softmax log_without_minus base_ten_log base_two_log probability_for_log "
        "one_minus_probability squared_error_of_classes first_class_only answer_for_label "
        "all_classes_summed label_from_one"
    ),
    "p − y": ("p_alone prediction_left_out right_class_only absolute_value through_softmax_again"),
    "mini-batches": (
        "mean_of_batch_means first_batch_loss loss_every_batch batches_for_rows "
        "loss_at_epoch_end loss_at_epoch_start first_batch_only sorted_labels accuracy_for_loss"
    ),
    "validation": (
        "training_loss validated_before trains_on_validation validates_on_all best_so_far"
    ),
    "a batch of classes": (
        "cross_entropy_summed divided_by_classes gradient_not_divided bias_divided_twice "
        "bias_of_one_sample update_every_sample"
    ),
}

#: Every mistake that a verdict can name, with its topic.
MISTAKES: dict[str, str] = {
    mistake: topic for topic, mistakes in _TOPICS.items() for mistake in mistakes.split()
}


#: Every mistake that a verdict can name: those of loops, and those of small exercises, which have
#: one section for all that can go wrong in them.
KNOWN: frozenset[str] = frozenset(
    {*MISTAKES, *OF_THE_RESULT, *OF_THE_CALLS, *OF_NO_NUMBERS}.union(
        *({*exercise.wrong, *exercise.of_errors.values()} for exercise in SMALL.values())
    )
)

#: Where it is taught what belongs to a stage of training, for a mistake that has no name.
STAGES: dict[str, str] = {
    "model": "forward",
    "scores": "softmax",
    "loss": "forward",
    "loss_of_classes": "cross-entropy",
    "still": "nonlinearity",
    "slope": "backward",
    "gradient": "backward",
    "step": "update",
    "order": "loop",
    "batch": "a batch",
    "clearing": "clear",
    "kept": "exercise",
    "length": "exercise",
    "special": "exercise",
}


@dataclass(frozen=True)
class Section:
    """A section of a lesson.

    Attributes:
        lesson: name of the notebook, without its ending.
        cell: id of the cell with its heading.
    """

    lesson: str
    cell: str


@cache
def section_for(mistake: str, exercise: AnyExercise) -> Section | None:
    """Where a reader finds what a mistake is about.

    Args:
        mistake: its id.
        exercise: in which it was made.

    Returns:
        The section that teaches a small exercise, or this mistake of it; for a loop, that on the
        mistake's topic, if the reader has seen one.
    """
    if isinstance(exercise, Small):
        return Section(exercise.lesson, exercise.sections.get(mistake, exercise.section))
    return section_on(MISTAKES[mistake], exercise.lesson)


@cache
def section_on(topic: str, lesson: str) -> Section | None:
    """Where a reader of a lesson finds a topic.

    Args:
        topic: what it is called in the lessons' declarations.
        lesson: name of the reader's notebook, without its ending.

    Returns:
        A section of that lesson where it has one on the topic, else of the last one before it that
        has. None where only later ones have: nobody is sent ahead.
    """
    read = [each for each in LESSONS if each.name <= lesson and topic in each.teaches]
    return Section(read[-1].name, read[-1].teaches[topic]) if read else None
