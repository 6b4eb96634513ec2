# correct: as the lesson writes it
def gradients(x, y, w1, w2, b):
    error = w1 * x**2 + w2 * x + b - y
    return [2 * error * x**2, 2 * error * x, 2 * error]
# correct: with torch
import torch


def gradients(x, y, w1, w2, b):
    w1 = torch.tensor([w1], requires_grad=True)
    w2 = torch.tensor([w2], requires_grad=True)
    b = torch.tensor([b], requires_grad=True)
    ((w1 * x**2 + w2 * x + b - y) ** 2).backward()
    return [w1.grad.item(), w2.grad.item(), b.grad.item()]
# correct: one tensor of three, returned with brackets
import torch


def gradients(x, y, w1, w2, b):
    weights = torch.tensor([w1, w2, b], requires_grad=True)
    loss = (weights @ torch.tensor([x**2, x, 1.0]) - y) ** 2
    return torch.autograd.grad(loss, weights)[0]
# correct: with numpy
import numpy as np


def gradients(x, y, w1, w2, b):
    inputs = np.array([x * x, x, 1.0])
    return 2 * (inputs @ [w1, w2, b] - y) * inputs
# correct: by finite differences, as a tuple
def gradients(x, y, w1, w2, b):
    def loss(w1, w2, b):
        return (w1 * x**2 + w2 * x + b - y) ** 2

    h = 1e-4
    return (
        (loss(w1 + h, w2, b) - loss(w1 - h, w2, b)) / (2 * h),
        (loss(w1, w2 + h, b) - loss(w1, w2 - h, b)) / (2 * h),
        (loss(w1, w2, b + h) - loss(w1, w2, b - h)) / (2 * h),
    )
# correct: three tensors with brackets
import torch


def gradients(x, y, w1, w2, b):
    weights = [torch.tensor([each], requires_grad=True) for each in (w1, w2, b)]
    loss = (weights[0] * x * x + weights[1] * x + weights[2] - y) ** 2
    loss.backward()
    return [each.grad for each in weights]
# mistake local_gradients_alone: leaves the error out
def gradients(x, y, w1, w2, b):
    return [x**2, x, 1.0]
# mistake local_gradients_lost: the same for all
def gradients(x, y, w1, w2, b):
    outer = 2 * (w1 * x**2 + w2 * x + b - y)
    return [outer, outer, outer]
# mistake square_of_x_lost: x for w1 as well
def gradients(x, y, w1, w2, b):
    outer = 2 * (w1 * x**2 + w2 * x + b - y)
    return [outer * x, outer * x, outer]
# mistake differentiated_by_x: 2x, 1 and 0
def gradients(x, y, w1, w2, b):
    outer = 2 * (w1 * x**2 + w2 * x + b - y)
    return [outer * 2 * x, outer * 1, outer * 0]
# mistake doubled_for_squared_x: 2x for x squared
def gradients(x, y, w1, w2, b):
    outer = 2 * (w1 * x**2 + w2 * x + b - y)
    return [outer * 2 * x, outer * x, outer]
# mistake surplus_x_factor: an x for b too
def gradients(x, y, w1, w2, b):
    outer = 2 * (w1 * x**2 + w2 * x + b - y)
    return [outer * x**2, outer * x, outer * x]
# mistake gradients_swapped: the first two the other way round
def gradients(x, y, w1, w2, b):
    outer = 2 * (w1 * x**2 + w2 * x + b - y)
    return [outer * x, outer * x**2, outer]
# mistake loss_for_error: takes the loss
def gradients(x, y, w1, w2, b):
    loss = (w1 * x**2 + w2 * x + b - y) ** 2
    return [2 * loss * x**2, 2 * loss * x, 2 * loss]
# mistake weight_in_its_gradient: takes the whole term for the factor
def gradients(x, y, w1, w2, b):
    error = w1 * x**2 + w2 * x + b - y
    return [2 * error * w1 * x**2, 2 * error * w2 * x, 2 * error]
# mistake gradient_of_b_lost: takes b for a constant
def gradients(x, y, w1, w2, b):
    error = w1 * x**2 + w2 * x + b - y
    return [2 * error * x**2, 2 * error * x, 0.0]
# mistake no_bias: leaves b out of the prediction
def gradients(x, y, w1, w2, b):
    outer = 2 * (w1 * x**2 + w2 * x - y)
    return [outer * x**2, outer * x, outer]
# mistake target_forgotten: leaves y out
def gradients(x, y, w1, w2, b):
    outer = 2 * (w1 * x**2 + w2 * x + b)
    return [outer * x**2, outer * x, outer]
# mistake half_as_large: forgets the 2 of the square
def gradients(x, y, w1, w2, b):
    error = w1 * x**2 + w2 * x + b - y
    return [error * x**2, error * x, error]
# mistake opposite_sign: target minus prediction
def gradients(x, y, w1, w2, b):
    error = y - (w1 * x**2 + w2 * x + b)
    return [2 * error * x**2, 2 * error * x, 2 * error]
# mistake reversed_order: b comes first
def gradients(x, y, w1, w2, b):
    outer = 2 * (w1 * x**2 + w2 * x + b - y)
    return [outer, outer * x, outer * x**2]
# mistake hard_coded: the lesson's numbers
def gradients(x, y, w1, w2, b):
    return [4.0, 4.0, 4.0]
# unknown: their sum
def gradients(x, y, w1, w2, b):
    outer = 2 * (w1 * x**2 + w2 * x + b - y)
    return outer * (x**2 + x + 1)
# unknown: weights for inputs
def gradients(x, y, w1, w2, b):
    outer = 2 * (w1 * x**2 + w2 * x + b - y)
    return [outer * w1, outer * w2, outer * b]
