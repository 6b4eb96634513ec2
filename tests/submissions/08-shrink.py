# correct: as the lesson writes it
def shrink(x_data, lr):
    factor = 1.0
    for x in x_data:
        factor = factor * (1 - lr * 2 * x**2)
    return factor**2
# correct: with math.prod, each factor squared
import math


def shrink(x_data, lr):
    return math.prod((1 - 2 * lr * x * x) ** 2 for x in x_data)
# correct: in float32 of torch
import torch


def shrink(x_data, lr):
    return torch.prod(1 - 2 * lr * torch.tensor(x_data) ** 2) ** 2
# correct: trains two epochs and divides
def shrink(x_data, lr):
    w, losses = 0.0, []
    for _ in range(2):
        for x in x_data:
            loss = (w * x - 3 * x) ** 2
            w -= lr * 2 * x * (w * x - 3 * x)
        losses.append(loss)
    return losses[1] / losses[0]
# correct: with numpy
import numpy as np


def shrink(x_data, lr):
    return np.prod(1 - 2 * lr * np.square(x_data)) ** 2
# mistake distance_for_loss: does not square
def shrink(x_data, lr):
    factor = 1.0
    for x in x_data:
        factor *= 1 - lr * 2 * x**2
    return factor
# mistake one_sample_shrinks: sets the factor anew for each sample
def shrink(x_data, lr):
    for x in x_data:
        factor = 1 - lr * 2 * x**2
    return factor**2
# mistake first_sample_shrinks: returns inside the loop
def shrink(x_data, lr):
    factor = 1.0
    for x in x_data:
        factor *= 1 - lr * 2 * x**2
        return factor**2
# mistake steps_added: takes all off at once
def shrink(x_data, lr):
    return (1 - 2 * lr * sum(x**2 for x in x_data)) ** 2
# mistake missing_factor_2: forgets the 2 of the square
def shrink(x_data, lr):
    factor = 1.0
    for x in x_data:
        factor *= 1 - lr * x**2
    return factor**2
# mistake missing_x_factor: x instead of its square
def shrink(x_data, lr):
    factor = 1.0
    for x in x_data:
        factor *= 1 - lr * 2 * x
    return factor**2
# mistake part_lost: what is taken away
def shrink(x_data, lr):
    factor = 1.0
    for x in x_data:
        factor *= 1 - lr * 2 * x**2
    return 1 - factor**2
# mistake wrong_sign: plus for minus
def shrink(x_data, lr):
    factor = 1.0
    for x in x_data:
        factor *= 1 + lr * 2 * x**2
    return factor**2
# mistake ignores_argument: takes 0.01 for the learning rate
def shrink(x_data, lr):
    factor = 1.0
    for x in x_data:
        factor *= 1 - 0.01 * 2 * x**2
    return factor**2
# mistake hard_coded: the lesson's number
def shrink(x_data, lr):
    return 0.98**2 * 0.92**2 * 0.82**2
# unknown: the factors one by one
def shrink(x_data, lr):
    return [1 - lr * 2 * x**2 for x in x_data]
# unknown: the root instead of the square
def shrink(x_data, lr):
    factor = 1.0
    for x in x_data:
        factor *= 1 - lr * 2 * x**2
    return abs(factor) ** 0.5
