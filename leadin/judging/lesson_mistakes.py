"""Mistakes of single lessons: those that can be made in their exercises only."""

from leadin.judging.mistake import Mistake, Section

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

#: Each belongs to one or two lessons; the catalogue adds what every training loop can get wrong.
LESSON_MISTAKES = [
    Mistake(
        "surplus_x_factor",
        "The gradient of b has a factor x that does not belong there.",
        "Nudge b by 0.001 for a sample with x = 3: by how much does the prediction move?",
        LOCAL,
    ),
    Mistake(
        "swapped_slopes",
        "The gradients of w and b have changed places.",
        "Which of the two moves the prediction more when x is large? Put x = 3 into your local "
        "gradients.",
        LOCAL,
    ),
    Mistake(
        "updated_too_early",
        "A parameter is already updated when the gradient of another one is computed from it.",
        "All gradients of a step belong to the same forward pass. In which order do your lines "
        "compute gradients and change parameters?",
        W2_IN_W1,
    ),
    Mistake(
        "missing_w2_factor",
        "W2 is missing in the gradient of the first layer.",
        "On its way from the prediction to h the slope passes the second MM node. What is it "
        "multiplied by there?",
        W2_IN_W1,
    ),
    Mistake(
        "missing_h_factor",
        "The gradient of W2 lacks its second factor, the h that W2 is multiplied by.",
        "Write down one entry of W2·h + b2. What does W2[i][j] stand beside?",
        ENTRY,
    ),
    Mistake(
        "transposed",
        "A matrix is used where its transpose is needed.",
        "Work out the slope at h[0] on paper: is it a row or a column of W2 that you need?",
        SHAPES,
    ),
    Mistake(
        "wrong_shapes",
        "Two shapes do not fit together.",
        "Print the shape of everything in this line. Which one should the result have?",
        SHAPES,
    ),
    Mistake(
        "mean_over_outputs",
        "The loss of a sample is the mean over its outputs; asked for is their sum.",
        "Work out the loss of one sample with two outputs by hand.",
        ENTRY,
    ),
    Mistake(
        "no_nonlinearity",
        "There is no nonlinear function between the layers.",
        "What is the lowest loss that your curve reaches? Compare it with the floor of the line.",
        BEND,
    ),
    Mistake(
        "nonlinearity_on_output",
        "The nonlinear function is applied to the output as well.",
        "Which predictions can your model make at all, and which targets are there?",
        BEND,
    ),
    Mistake(
        "missing_activation_slope",
        "The gradient of the hidden layer lacks the slope of the nonlinear function.",
        "Follow the slope back from h to w1·x + b1. Which node does it pass on this way?",
        BEND_SLOPE,
    ),
    Mistake(
        "slope_at_wrong_place",
        "The slope of tanh is computed from the wrong number.",
        "At z = 0.5, nudge z by 0.001 and look at tanh(z). Which slope is that, and which does "
        "your line give?",
        BEND_SLOPE,
    ),
    Mistake(
        "last_sample_loss",
        "An epoch reports its last sample's loss; asked for is the mean over all samples.",
        "How many samples take part in the number that you append?",
        EXERCISE_04,
    ),
    Mistake(
        "running_mean",
        "The mean is taken over losses with different weights; asked for is the mean with the "
        "weights at the end of the epoch.",
        "When your first loss of an epoch is computed, how many updates of this epoch are still to "
        "come?",
        EXERCISE_04,
    ),
    Mistake(
        "sum_not_mean",
        "An epoch reports the sum over its samples; asked for is their mean.",
        "What would your number be if each sample stood in the data twice?",
        EXERCISE_04,
    ),
    Mistake(
        "mean_before_epoch",
        "The mean is taken at the start of each epoch; asked for is its end.",
        "Is your first number the loss before or after the first round of updates?",
        EXERCISE_04,
    ),
    Mistake(
        "frozen_param_moves",
        "The parameter that should stay as it is given is updated too.",
        "Print both parameters before and after one step. Which of them should have changed?",
        FREEZING,
    ),
    Mistake(
        "freezes_the_other",
        "The wrong parameter is frozen: b learns and w stays.",
        "Print requires_grad of both parameters, or the gradient of both after one backward().",
        FREEZING,
    ),
    Mistake(
        "ignores_depth",
        "The same number of multiplications is used for each sample, whatever its depth.",
        "Print, for each sample, how often your inner loop runs. Which numbers should it be?",
        DYNAMIC,
    ),
    Mistake(
        "depth_off_by_one",
        "Each prediction has one multiplication by w too many or too few.",
        "Work out the prediction of a sample of depth 1 by hand. How often does w occur in it?",
        DYNAMIC,
    ),
    Mistake(
        "times_for_power",
        "The prediction multiplies w by the depth; asked for is a power of w.",
        "For x = 1, w = 2 and depth 3 the prediction should be 8. What is yours?",
        DYNAMIC,
    ),
    Mistake(
        "one_use_counted",
        "The slope counts only one of the places where w is used.",
        "w is used depth times. How many slopes should come back to it, and what happens to "
        "them there?",
        DYNAMIC,
    ),
    Mistake(
        "fixed_graph_slope",
        "The slope is that of one multiplication, whatever the depth.",
        "Differentiate x·w³ with respect to w. Which factors does your slope lack?",
        DYNAMIC,
    ),
    Mistake(
        "power_rule",
        "The slope of the power has the wrong exponent.",
        "Differentiate w² and w³ on paper: what happens to the exponent?",
        DYNAMIC,
    ),
    Mistake(
        "sum_for_mean",
        "The update uses the sum of a group's gradients; asked for is their mean.",
        "Print w.grad just before the update and each sample's own slope. What have you still"
        " to divide by?",
        ADDING_UP,
    ),
    Mistake(
        "divides_by_k",
        "The sum is divided by k even where fewer than k samples were added up.",
        "How many samples are in the last group of an epoch? Count what you add.",
        ADDING_UP,
    ),
    Mistake(
        "ignores_k",
        "There is an update after each sample, whatever k is.",
        "Count how often the update runs in one epoch. How often should it, for 5 samples and"
        " k = 2?",
        ADDING_UP,
    ),
    Mistake(
        "drops_last_group",
        "The last group of an epoch is thrown away when it is smaller than k.",
        "For 5 samples and k = 2, how many updates does an epoch have? Which sample has no "
        "part in yours?",
        ADDING_UP,
    ),
    Mistake(
        "carries_rest_over",
        "The last, smaller group of an epoch is not used in that epoch: it leaks into the "
        "next one.",
        "What is in w.grad when a new epoch begins? It should be 0.",
        ADDING_UP,
    ),
    Mistake(
        "zeroes_every_sample",
        "The gradient is cleared after each sample, so an update knows the last sample of its"
        " group only.",
        "Print w.grad just before the update. Is it the sum of the group's slopes?",
        WHERE_TO_CLEAR,
    ),
    Mistake(
        "last_loss_for_mean",
        "An epoch reports its last loss; asked for is the mean over all its samples.",
        "Which losses should have a part in an epoch's value? Where could you add them up?",
        EXERCISE_07,
    ),
    Mistake(
        "sum_loss_for_mean",
        "An epoch reports the sum of its losses; asked for is the mean.",
        "By what do you have to divide a sum to get the mean?",
        EXERCISE_07,
    ),
    Mistake(
        "mean_of_group_means",
        "An epoch reports the mean of its groups' means; asked for is the mean over its samples.",
        "The last group may be smaller. Has each sample the same weight in your mean?",
        EXERCISE_07,
    ),
    Mistake(
        "reports_divided_loss",
        "The reported losses were divided by k for the gradient; asked for are the losses "
        "themselves.",
        "Work out the loss of the first sample by hand. Which variable holds it?",
        EXERCISE_07,
    ),
    Mistake(
        "overwrites_gradient",
        "A node that is used twice keeps the slope of one path only: the second path overwrites "
        "the first.",
        "For z = a * a at a = 3 the slope of a is 6. What does your backward() leave, and which "
        "line writes it?",
        EVERY_PATH,
    ),
    Mistake(
        "wrong_order",
        "A node passes its slope on before all of it has arrived.",
        "Print the nodes in the order in which they pass on. Does each come after everything that "
        "was computed from it?",
        EACH_ONCE,
    ),
    Mistake(
        "pushes_again",
        "A node that is reached twice passes on the first part of its slope twice.",
        "Count how often your backward() passes on from the same node. Once is enough, if it is "
        "late enough.",
        EACH_ONCE,
    ),
    Mistake(
        "missing_local_gradient",
        "Slopes are passed on without the local gradient of the operation.",
        "For z = 5 * a the slope of a is 5. What does your backward() leave?",
        REMEMBERS,
    ),
    Mistake(
        "missing_upstream",
        "A node passes on its local gradients only, without the slope that has arrived at it.",
        "For z = (5 * a) * 7 the slope of a is 35. What does your backward() leave?",
        EVERY_PATH,
    ),
    Mistake(
        "edited_before_backward",
        "A number that backward() needs is changed between the forward and the backward pass.",
        "Print the error just before backward(): is it still what the forward pass computed? What "
        "does an underscore at the end of a method's name mean?",
        DATA_LIES,
    ),
]
