"""Every mistake that a verdict can name: what it is, a hint, and where it is taught."""

from leadin.course import EXERCISES
from leadin.judging.lesson_mistakes import LESSON_MISTAKES
from leadin.judging.mistake import Mistake, Section

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

_ALL = [
    Mistake(
        "no_zero_grad",
        "The gradient is not set back to zero after each update, so the next ones add to it.",
        "Print the gradient that the second update uses, and work it out by hand: which number is "
        "it too large by?",
        CLEAR,
    ),
    Mistake(
        "zero_some_params",
        "Some gradients are set back to zero and some are not.",
        "Each parameter has a gradient of its own. Print all of them at the start of a step.",
        WRONG_09,
    ),
    Mistake(
        "zero_before_step",
        "The gradient is set to zero between backward() and the update, so nothing is left to "
        "update with.",
        "Print the gradient on the line before the update. When is it no longer needed?",
        CLEAR,
    ),
    Mistake(
        "wrong_sign",
        "The weights move up the slope instead of down: the update has the wrong sign.",
        "The gradient points to where the loss grows. Which way should w go?",
        UPDATE,
    ),
    Mistake(
        "one_update_per_epoch",
        "The weights are updated once per epoch; asked for is more often.",
        "Count how often the update line runs in one epoch of your loop. Look at its indentation.",
        LOOP,
    ),
    Mistake(
        "loss_after_update",
        "The reported loss is computed after the update that it belongs to.",
        "Which weight did the loss that backward() started from use? Report that loss.",
        EXERCISE,
    ),
    Mistake(
        "halved_loss",
        "The loss is half of the squared error.",
        "Work out the loss of the first sample by hand and compare it with your first number.",
        FORWARD,
    ),
    Mistake(
        "divided_by_n",
        "The loss of one sample is divided by the number of samples.",
        "Only one sample is in the graph at a time. What is there to average?",
        EXERCISE,
    ),
    Mistake(
        "summed_loss",
        "An epoch reports the sum over its samples; asked for is its last sample's loss.",
        "Which of the samples' losses stays in the variable when the inner loop ends?",
        RISING,
    ),
    Mistake(
        "mean_loss",
        "An epoch reports the mean over the samples; asked for is its last sample's loss.",
        "Which of the samples' losses stays in the variable when the inner loop ends?",
        RISING,
    ),
    Mistake(
        "first_sample_loss",
        "An epoch reports its first sample's loss; asked for is its last sample's.",
        "At which moment of the inner loop do you note the loss?",
        EXERCISE,
    ),
    Mistake(
        "loss_every_sample",
        "The curve has one value per sample; asked for is one per epoch.",
        "How often does the line that appends a loss run in one epoch? Look at its indentation.",
        EXERCISE,
    ),
    Mistake(
        "swapped_w1_w2",
        "w1 and w2 have changed places: w1 belongs to x², w2 to x.",
        "Put x = 2 into your model on paper, with w1 = 1, w2 = 0, b = 0. Is it 4?",
        THREE_SLOPES,
    ),
    Mistake(
        "missing_x_factor",
        "The gradient lacks a factor x: the derivative of w·x with respect to w is x.",
        "Nudge w by 0.001 for one sample: by how much does the prediction move, and what does your "
        "formula say?",
        BACKWARD,
    ),
    Mistake(
        "missing_factor_2",
        "The gradient lacks the factor 2 that comes from the square.",
        "Differentiate (w·x − y)² with the chain rule: first the square, then what is inside.",
        BACKWARD,
    ),
    Mistake(
        "no_update",
        "The weights never change: no update reaches the numbers that the model uses.",
        "Print the weight at the start and at the end of a step. If they agree, which tensor did "
        "you change, and by how much?",
        UPDATE,
    ),
    Mistake(
        "frozen_param",
        "One of the parameters is never updated.",
        "Print all parameters before and after one step. Which stays as it was?",
        THREE_SLOPES,
    ),
    Mistake(
        "wrong_lr",
        "Each update is too long or too short by the same factor.",
        "Divide the change of the weight in the first step by its gradient. Is that lr?",
        UPDATE,
    ),
    Mistake(
        "missing_epoch",
        "Epochs are missing from the curve.",
        "For epochs = 3, which values does your epoch counter take? And when does the function "
        "return?",
        EXERCISE,
    ),
    Mistake(
        "extra_epoch",
        "The curve has more epochs than were asked for.",
        "For epochs = 3, how many values should come back, and where does yours get one more?",
        EXERCISE,
    ),
    Mistake(
        "abs_loss",
        "The loss is the absolute error; asked for is the squared error.",
        "For a prediction that is off by 3, what should the loss be?",
        FORWARD,
    ),
    Mistake(
        "no_bias",
        "The bias b has no part in the prediction.",
        "What does your model predict at x = 0? It should be b.",
        THREE_SLOPES,
    ),
    Mistake(
        "returns_tensors",
        "The list holds tensors; asked for are plain numbers.",
        "Each loss tensor still carries its graph. Which method takes the number out of it?",
        WRONG,
    ),
    Mistake(
        "rounded_loss",
        "The losses are rounded to a few decimals; asked for are the numbers themselves.",
        "Print what you append in the last epochs, with all its digits. What became of them?",
        EXERCISE,
    ),
    Mistake(
        "restarts_each_epoch",
        "Every epoch starts again from the initial weights: what was learnt is thrown away.",
        "Print the weights at the start of the first three epochs. Which line makes them, and how "
        "often does it run?",
        LOOP,
    ),
    Mistake(
        "returns_none",
        "The function returns None.",
        "Python returns None when a function ends without `return`. What should the last line be?",
        EXERCISE,
    ),
    Mistake(
        "returns_one_number",
        "The function returns one number; asked for is a list with one loss per epoch.",
        "Where could you collect a number in each epoch?",
        EXERCISE,
    ),
    Mistake(
        "hard_coded",
        "The function is right for the lesson's inputs only.",
        "Work out the first epoch of the call above by hand. What in your function fits the "
        "lesson's data alone: a number, a name from the notebook, an order or a sign?",
        EXERCISE,
    ),
    Mistake(
        "ignores_lr",
        "The function uses a learning rate of its own, whatever lr it is given.",
        "Search your function for every use of lr. What stands in its place?",
        EXERCISE,
    ),
    Mistake(
        "ignores_epochs",
        "The function trains for a fixed number of epochs, whatever it is asked for.",
        "What decides how often your outer loop runs?",
        EXERCISE,
    ),
    Mistake(
        "ignores_start",
        "The function starts from a weight of its own, whatever start it is given.",
        "What is the first value of your parameter, and where does it come from?",
        EXERCISE,
    ),
    Mistake(
        "data_reversed",
        "The samples are visited from the last to the first.",
        "Print x in the first three steps.",
        EXERCISE,
    ),
    Mistake(
        "only_first_sample",
        "Only the first sample of each epoch is used.",
        "Print x in each step of one epoch. What ends the inner loop so early?",
        LOOP,
    ),
    Mistake(
        "stale_gradient",
        "Each update uses the gradient of the sample before.",
        "Read your loop aloud: forward, backward, update. Is that its order?",
        LOOP,
    ),
    Mistake(
        "not_repeatable",
        "Two calls with the same inputs gave different curves: something outlives the call.",
        "Which lists or tensors does your function change that were made outside of it? Or is "
        "there chance in it?",
        EXERCISE,
    ),
    Mistake(
        "inplace_leaf",
        "A leaf that requires grad is changed in place while autograd is recording.",
        "The update is no part of the model. How do you tell torch not to record it?",
        UPDATE,
    ),
    Mistake(
        "backward_twice",
        "backward() runs a second time through a graph that the first run has freed.",
        "Which line builds a new graph? It must run before each backward().",
        WRONG,
    ),
    Mistake(
        "no_requires_grad",
        "Nothing here requires a gradient, so backward() has nowhere to leave one.",
        "Print requires_grad of the loss and of each parameter: where is it missing or lost?",
        WEIGHT,
    ),
    Mistake(
        "lost_leaf",
        "The update puts a new tensor in the parameter's place: it is no longer the leaf that "
        "backward() fills.",
        "Print w.is_leaf and w.requires_grad before and after your update.",
        UPDATE,
    ),
    Mistake(
        "int_tensor",
        "The tensor holds whole numbers, and those have no gradient.",
        "Print the dtype of your tensor. How is a floating point number written?",
        WRONG,
    ),
    Mistake(
        "item_too_early",
        "backward() is called on a plain number, which has no graph (.item() makes one).",
        "Which of your variables is the tensor, and which the number? Only one has a graph.",
        WRONG,
    ),
    Mistake(
        "zero_before_backward",
        "The gradient is still None: no backward() has filled it yet.",
        "In which order do backward() and this line run in the very first step?",
        WRONG,
    ),
    Mistake(
        "uses_torch",
        "The answer uses torch; this exercise is to be done without it.",
        "Which derivative does the loss have? Write it down on paper first, then in Python.",
        BACKWARD,
    ),
    Mistake(
        "uses_autograd",
        "The gradients come from autograd; this exercise is to compute them itself.",
        "Write down the chain rule for one parameter, then put its factors into code.",
        BACKWARD,
    ),
    Mistake(
        "vector_loss",
        "backward() starts from several numbers; it needs a single one.",
        "Print the shape of your loss. One sample gives one number.",
        BACKWARD,
    ),
    Mistake(
        "grad_no_tensor",
        "A plain number is put into .grad, which holds a tensor or None.",
        "What was in .grad before the first backward()? That is the other thing that fits.",
        CLEAR,
    ),
    Mistake(
        "tensor_times_list",
        "A tensor is multiplied by a Python list.",
        "Print the type of both factors. How do you reach a single sample of the list?",
        FORWARD,
    ),
    Mistake(
        "item_of_many",
        ".item() is asked for one number, but the tensor holds several.",
        "Print the shape of the tensor just before this line.",
        WRONG,
    ),
]

#: Every mistake by id.
MISTAKES: dict[str, Mistake] = {mistake.id: mistake for mistake in (*_ALL, *LESSON_MISTAKES)}


def section_for(mistake: Mistake, lesson: str) -> Section:
    """Where a reader of a lesson finds what a mistake is about.

    Args:
        mistake: what is to be read about.
        lesson: name of the reader's notebook, without its ending.

    Returns:
        A section of that lesson where it has one on the topic, else the section that teaches it.
    """
    nearby = (
        section for section in SAME_TOPIC.get(mistake.section, ()) if section.lesson == lesson
    )
    return next(nearby, mistake.section)
