# correct: by the formula
def gradients_of_w1(x, y, w1, w2, later):
    error = w2 * w1 * x - y
    return [2 * error * w2 * x, 2 * error * later * x]


# correct: does it in torch, through .data
import torch


def gradients_of_w1(x, y, w1, w2, later):
    found = []
    for value in (w2, later):
        a = torch.tensor([w1], requires_grad=True)
        b = torch.tensor([w2], requires_grad=True)
        loss = (b * (a * x) - y) ** 2
        b.data.fill_(value)
        loss.backward()
        found.append(a.grad.item())
    return found


# correct: in torch, puts a new tensor into .data, and returns tensors
import torch


def gradients_of_w1(x, y, w1, w2, later):
    w1 = torch.tensor([w1], requires_grad=True)
    w2 = torch.tensor([w2], requires_grad=True)
    (w2 * (w1 * x) - y).pow(2).backward()
    first = w1.grad.clone()
    w1.grad.zero_()
    loss = (w2 * (w1 * x) - y).pow(2)
    w2.data = torch.tensor([later])
    loss.backward()
    return first[0], w1.grad[0]


# correct: the second number from the first, with numpy
import numpy as np


def gradients_of_w1(x, y, w1, w2, later):
    right = 2 * (w1 * w2 * x - y) * x * w2
    return np.array([right, right * later / w2])


# correct: the first number by finite differences
def gradients_of_w1(x, y, w1, w2, later):
    loss = lambda w: (w2 * w * x - y) ** 2
    h = 1e-5
    right = (loss(w1 + h) - loss(w1 - h)) / (2 * h)
    return right, 2 * (w2 * w1 * x - y) * x * later


# mistake new_weight_throughout: a new forward pass with the changed weight
import torch


def gradients_of_w1(x, y, w1, w2, later):
    found = []
    for value in (w2, later):
        a = torch.tensor([w1], requires_grad=True)
        ((value * a * x - y) ** 2).backward()
        found.append(a.grad.item())
    return found


# mistake change_unseen: takes the change for harmless
def gradients_of_w1(x, y, w1, w2, later):
    error = w2 * w1 * x - y
    return [2 * error * w2 * x, 2 * error * w2 * x]


# mistake change_in_error_only: changes the prediction, and not the local gradient
def gradients_of_w1(x, y, w1, w2, later):
    return [2 * (w2 * w1 * x - y) * w2 * x, 2 * (later * w1 * x - y) * w2 * x]


# mistake missing_other_weight: the gradient of a model with one weight
def gradients_of_w1(x, y, w1, w2, later):
    g = 2 * (w2 * w1 * x - y) * x
    return [g, g]


# mistake gradient_of_other_weight: the gradient of w2
def gradients_of_w1(x, y, w1, w2, later):
    g = 2 * (w2 * w1 * x - y) * w1 * x
    return [g, g]


# mistake missing_x_factor: forgets x
def gradients_of_w1(x, y, w1, w2, later):
    error = w2 * w1 * x - y
    return [2 * error * w2, 2 * error * later]


# mistake error_forgotten: the local gradients alone, times 2
def gradients_of_w1(x, y, w1, w2, later):
    return [2 * w2 * x, 2 * later * x]


# mistake half_as_large: forgets the 2 of the square
def gradients_of_w1(x, y, w1, w2, later):
    error = w2 * w1 * x - y
    return [error * w2 * x, error * later * x]


# mistake opposite_sign: target minus prediction
def gradients_of_w1(x, y, w1, w2, later):
    error = y - w2 * w1 * x
    return [2 * error * w2 * x, 2 * error * later * x]


# mistake reversed_order: the changed one first
def gradients_of_w1(x, y, w1, w2, later):
    error = w2 * w1 * x - y
    return [2 * error * later * x, 2 * error * w2 * x]


# mistake hard_coded: the numbers of the lesson
def gradients_of_w1(x, y, w1, w2, later):
    return [-12.0, -18.0]


# mistake gives_none: prints them
def gradients_of_w1(x, y, w1, w2, later):
    error = w2 * w1 * x - y
    print(2 * error * w2 * x, 2 * error * later * x)


# mistake inplace_leaf: changes w2 itself
import torch


def gradients_of_w1(x, y, w1, w2, later):
    w1 = torch.tensor([w1], requires_grad=True)
    w2 = torch.tensor([w2], requires_grad=True)
    loss = (w2 * (w1 * x) - y) ** 2
    w2.fill_(later)
    loss.backward()
    return [w1.grad.item(), w1.grad.item()]


# unknown: the square of x
def gradients_of_w1(x, y, w1, w2, later):
    error = w2 * w1 * x - y
    return [2 * error * w2 * x * x, 2 * error * later * x * x]


# unknown: the change halfway
def gradients_of_w1(x, y, w1, w2, later):
    error = w2 * w1 * x - y
    return [2 * error * w2 * x, error * (w2 + later) * x]
