# correct: the outer derivative times the inner one
def slope(w, x, y):
    inside = w**2 * x - y
    return 2 * inside * (2 * w * x)
# correct: expanded first, then term by term
def slope(w, x, y):
    # (w²x − y)² = w⁴x² − 2w²xy + y²
    return 4 * w**3 * x**2 - 4 * w * x * y
# correct: nudges to both sides, as in the lesson
def slope(w, x, y, h=0.001):
    def loss(w):
        return (w**2 * x - y) ** 2

    return (loss(w + h) - loss(w - h)) / (2 * h)
# correct: nudges to one side, by very little
def slope(w, x, y):
    h = 1e-7
    return ((((w + h) ** 2) * x - y) ** 2 - (w**2 * x - y) ** 2) / h
# correct: target minus prediction, with a minus in front
def slope(w, x, y):
    return -4 * (y - w * w * x) * w * x
# correct: numpy, a number with a type of its own
import numpy as np


def slope(w, x, y):
    w, x, y = np.float32(w), np.float32(x), np.float32(y)
    return np.float32(2) * (w * w * x - y) * np.float32(2) * w * x
# correct: autograd, which this exercise does not forbid
import torch


def slope(w, x, y):
    w = torch.tensor(w, requires_grad=True)
    loss = (w**2 * x - y) ** 2
    loss.backward()
    return w.grad
# correct: in a list of one
def slope(w, x, y):
    return [2 * (w**2 * x - y) * 2 * w * x]
# mistake inner_forgotten: differentiates the square alone
def slope(w, x, y):
    return 2 * (w**2 * x - y)
# mistake inner_of_product: copies the lesson's factor x
def slope(w, x, y):
    error = w**2 * x - y
    return 2 * error * x
# mistake inner_not_differentiated: multiplies by what is inside
def slope(w, x, y):
    return 2 * (w**2 * x - y) * (w**2 * x)
# mistake both_twos_forgotten: differentiates as if squares had no factor 2
def slope(w, x, y):
    return (w**2 * x - y) * w * x
# mistake half_as_large: forgets the 2 of the inner square
def slope(w, x, y):
    return 2 * (w**2 * x - y) * w * x
# mistake half_as_large: forgets the 2 of the outer square
def slope(w, x, y):
    return (w**2 * x - y) * 2 * w * x
# mistake outer_not_differentiated: multiplies the loss by the inner derivative
def slope(w, x, y):
    loss = (w**2 * x - y) ** 2
    return loss * 2 * w * x
# mistake error_forgotten: takes 2 for the derivative of the square
def slope(w, x, y):
    return 2 * (2 * w * x)
# mistake factors_added: adds outer and inner
def slope(w, x, y):
    return 2 * (w**2 * x - y) + 2 * w * x
# mistake slope_for_x: varies x
def slope(w, x, y):
    return 2 * (w**2 * x - y) * w**2
# mistake other_model: the slope of the lesson
def slope(w, x, y):
    return 2 * (w * x - y) * x
# mistake opposite_sign: y comes first
def slope(w, x, y):
    return 4 * (y - w**2 * x) * w * x
# mistake twice_as_large: brings down the exponent twice
def slope(w, x, y):
    return 2 * 2 * (w**2 * x - y) * 2 * w * x
# mistake hard_coded: the number of the example
def slope(w, x, y):
    return -24.0
# mistake gives_none: prints
def slope(w, x, y):
    print(2 * (w**2 * x - y) * 2 * w * x)
# mistake inner_lacks_x: forgets x in the inner derivative
def slope(w, x, y):
    return 2 * (w**2 * x - y) * 2 * w
# mistake inner_lacks_w: forgets w in the inner derivative
def slope(w, x, y):
    return 2 * (w * w * x - y) * (2 * x)
# mistake inner_adds_w: adds x to the derivative of w²
def slope(w, x, y):
    return 2 * (w**2 * x - y) * (2 * w + x)
# mistake inner_by_both: uses the product rule on w²·x
def slope(w, x, y):
    outer = 2 * (w**2 * x - y)
    return outer * (2 * w * x + w**2 * 1)
# mistake target_in_inner: keeps y
def slope(w, x, y):
    return 2 * (w**2 * x - y) * (2 * w * x - y)
# mistake outer_of_old_inside: copies the error of the lesson
def slope(w, x, y):
    error = w * x - y
    return 2 * error * 2 * w * x
# mistake square_of_all: squares the product
def slope(w, x, y):
    y_pred = (w * x) ** 2
    return 2 * (y_pred - y) * 2 * w * x * x
# mistake target_forgotten: differentiates the square of the prediction
def slope(w, x, y):
    return 2 * (w**2 * x) * (2 * w * x)
# mistake loss_for_slope: returns the loss
def slope(w, x, y):
    return (w**2 * x - y) ** 2
# unknown: takes the cube for the square
def slope(w, x, y):
    return 3 * (w**2 * x - y) ** 2 * 2 * w * x
# unknown: nudges too far, to one side
def slope(w, x, y):
    h = 0.5
    return (((w + h) ** 2 * x - y) ** 2 - (w**2 * x - y) ** 2) / h
