# correct: 2 times the error, times x and times 1
def gradient(w, b, x, y):
    error = w * x + b - y
    return [2 * error * x, 2 * error]
# correct: a tuple, written out
def gradient(w, b, x, y):
    return 2 * x * (w * x + b - y), 2 * (w * x + b - y)
# correct: nudges each weight
def gradient(w, b, x, y):
    def loss(w, b):
        return (w * x + b - y) ** 2

    h = 0.001
    to_w = (loss(w + h, b) - loss(w - h, b)) / (2 * h)
    to_b = (loss(w, b + h) - loss(w, b - h)) / (2 * h)
    return [to_w, to_b]
# correct: numpy
import numpy as np


def gradient(w, b, x, y):
    return 2 * (np.dot([w, b], [x, 1]) - y) * np.array([x, 1.0])
# correct: a loop over the inner derivatives
def gradient(w, b, x, y):
    found = []
    for inner in (x, 1):
        found.append(2 * (w * x + b - y) * inner)
    return found
# correct: autograd, with tensors in the list
import torch


def gradient(w, b, x, y):
    w, b = (torch.tensor(value, requires_grad=True) for value in (w, b))
    ((w * x + b - y) ** 2).backward()
    return [w.grad, b.grad]
# correct: expanded by hand
def gradient(w, b, x, y):
    return [2 * w * x**2 + 2 * b * x - 2 * x * y, 2 * b + 2 * w * x - 2 * y]
# mistake missing_x_factor: gives both the slope of b
def gradient(w, b, x, y):
    error = w * x + b - y
    return [2 * error, 2 * error]
# mistake surplus_x_factor: gives both the slope of w
def gradient(w, b, x, y):
    error = w * x + b - y
    return [2 * error * x, 2 * error * x]
# mistake surplus_b_factor: multiplies by b as by x
def gradient(w, b, x, y):
    error = w * x + b - y
    return [2 * error * x, 2 * error * b]
# mistake weight_for_x: multiplies by w
def gradient(w, b, x, y):
    error = w * x + b - y
    return [2 * error * w, 2 * error]
# mistake bias_without_gradient: takes b for a constant
def gradient(w, b, x, y):
    return [2 * (w * x + b - y) * x, 0]
# mistake error_forgotten: differentiates what is inside only
def gradient(w, b, x, y):
    return [2 * x, 2]
# mistake no_bias: forgets b in the prediction
def gradient(w, b, x, y):
    error = w * x - y
    return [2 * error * x, 2 * error]
# mistake target_forgotten: forgets y
def gradient(w, b, x, y):
    y_pred = w * x + b
    return [2 * y_pred * x, 2 * y_pred]
# mistake partials_added: one number
def gradient(w, b, x, y):
    error = w * x + b - y
    return 2 * error * x + 2 * error
# mistake reversed_order: b first
def gradient(w, b, x, y):
    error = w * x + b - y
    return [2 * error, 2 * error * x]
# mistake half_as_large: forgets the 2
def gradient(w, b, x, y):
    error = w * x + b - y
    return [error * x, error]
# mistake opposite_sign: y comes first
def gradient(w, b, x, y):
    error = y - (w * x + b)
    return [2 * error * x, 2 * error]
# mistake hard_coded: the example's
def gradient(w, b, x, y):
    return [12.0, 4.0]
# mistake ignores_argument: works with the x of the example
def gradient(w, b, x, y):
    error = w * 3.0 + b - y
    return [2 * error * 3.0, 2 * error]
# mistake gives_none: forgets the return
def gradient(w, b, x, y):
    error = w * x + b - y
    [2 * error * x, 2 * error]
# mistake inner_forgotten_for_b: forgets the outer one for b
def gradient(w, b, x, y):
    return [2 * (w * x + b - y) * x, 1.0]
# mistake two_forgotten_for_w: forgets a 2
def gradient(w, b, x, y):
    e = w * x + b - y
    return [e * x, 2 * e]
# mistake two_forgotten_for_b: forgets the other 2
def gradient(w, b, x, y):
    e = w * x + b - y
    return [2 * e * x, e]
# mistake product_for_inner: multiplies by the terms
def gradient(w, b, x, y):
    e = w * x + b - y
    return [2 * e * w * x, 2 * e * b]
# mistake bias_in_inner: differentiates w·x to x + b
def gradient(w, b, x, y):
    e = w * x + b - y
    return [2 * e * (x + b), 2 * e]
# mistake gradient_of_all: for the data too
def gradient(w, b, x, y):
    e = 2 * (w * x + b - y)
    return [e * x, e, e * w, -e]
# mistake loss_for_error: squares the error
def gradient(w, b, x, y):
    loss = (w * x + b - y) ** 2
    return [2 * loss * x, 2 * loss]
# unknown: adds the loss to the list
def gradient(w, b, x, y):
    error = w * x + b - y
    return [error**2, 2 * error * x, 2 * error]
# unknown: subtracts the bias
def gradient(w, b, x, y):
    error = w * x - b - y
    return [2 * error * x, 2 * error]
