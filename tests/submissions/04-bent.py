# correct: max in a sum
def bent(w1, b1, w2, b2, x):
    return sum(v * max(0.0, w * x + b) for w, b, v in zip(w1, b1, w2)) + b2


# correct: torch.relu, a tensor
import torch


def bent(w1, b1, w2, b2, x):
    h = torch.relu(torch.tensor(w1) * x + torch.tensor(b1))
    return (torch.tensor(w2) * h).sum() + b2


# correct: if
def bent(w1, b1, w2, b2, x):
    y_pred = b2
    for j in range(len(w1)):
        z = w1[j] * x + b1[j]
        if z > 0:
            y_pred += w2[j] * z
    return y_pred


# correct: numpy
import numpy as np


def bent(w1, b1, w2, b2, x):
    z = np.array(w1) * x + np.array(b1)
    return np.maximum(z, 0) @ np.array(w2) + b2


# correct: clamp, and a list of one number
import torch


def bent(w1, b1, w2, b2, x):
    h = (torch.tensor(w1) * x + torch.tensor(b1)).clamp(min=0)
    return [(torch.tensor(w2) @ h).item() + b2]


# correct: half of the number and its absolute value
def bent(w1, b1, w2, b2, x):
    z = [w * x + b for w, b in zip(w1, b1)]
    return sum(v * (value + abs(value)) / 2 for v, value in zip(w2, z)) + b2


# mistake relu_left_out: a straight line
def bent(w1, b1, w2, b2, x):
    return sum(v * (w * x + b) for w, b, v in zip(w1, b1, w2)) + b2


# mistake relu_on_output_too: at the end as well
import torch


def bent(w1, b1, w2, b2, x):
    h = torch.relu(torch.tensor(w1) * x + torch.tensor(b1))
    return torch.relu((torch.tensor(w2) * h).sum() + b2)


# mistake relu_only_on_output: at the end only
def bent(w1, b1, w2, b2, x):
    return max(0.0, sum(v * (w * x + b) for w, b, v in zip(w1, b1, w2)) + b2)


# mistake relu_after_w2: around the product with w2
def bent(w1, b1, w2, b2, x):
    return sum(max(0.0, v * (w * x + b)) for w, b, v in zip(w1, b1, w2)) + b2


# mistake relu_before_b1: before the bias
def bent(w1, b1, w2, b2, x):
    return sum(v * (max(0.0, w * x) + b) for w, b, v in zip(w1, b1, w2)) + b2


# mistake relu_of_the_sum: one ReLU for all units
def bent(w1, b1, w2, b2, x):
    return sum(w2) * max(0.0, sum(w * x + b for w, b in zip(w1, b1))) + b2


# mistake keeps_the_negative: min
def bent(w1, b1, w2, b2, x):
    return sum(v * min(0.0, w * x + b) for w, b, v in zip(w1, b1, w2)) + b2


# mistake absolute_for_relu: abs
def bent(w1, b1, w2, b2, x):
    return sum(v * abs(w * x + b) for w, b, v in zip(w1, b1, w2)) + b2


# mistake step_for_relu: 1 where it is positive
def bent(w1, b1, w2, b2, x):
    return sum(v for w, b, v in zip(w1, b1, w2) if w * x + b > 0) + b2


# mistake b2_forgotten: no b2
def bent(w1, b1, w2, b2, x):
    return sum(v * max(0.0, w * x + b) for w, b, v in zip(w1, b1, w2))


# mistake hard_coded: the example's answer
def bent(w1, b1, w2, b2, x):
    return -8.5


# mistake ignores_argument: always at 2
def bent(w1, b1, w2, b2, x):
    return sum(v * max(0.0, w * 2.0 + b) for w, b, v in zip(w1, b1, w2)) + b2


# mistake gives_none: forgets to return
def bent(w1, b1, w2, b2, x):
    y_pred = sum(v * max(0.0, w * x + b) for w, b, v in zip(w1, b1, w2)) + b2


# mistake tanh_for_relu: another function
import math


def bent(w1, b1, w2, b2, x):
    return sum(v * math.tanh(w * x + b) for w, b, v in zip(w1, b1, w2)) + b2


# mistake sigmoid_for_relu: another function
import torch


def bent(w1, b1, w2, b2, x):
    h = torch.sigmoid(torch.tensor(w1) * x + torch.tensor(b1))
    return (torch.tensor(w2) * h).sum() + b2


# mistake hidden_for_prediction: stops after the first layer
def bent(w1, b1, w2, b2, x):
    return [max(0.0, w * x + b) for w, b in zip(w1, b1)]


# mistake shares_not_summed: a list of the units' shares
import torch


def bent(w1, b1, w2, b2, x):
    return torch.tensor(w2) * torch.relu(torch.tensor(w1) * x + torch.tensor(b1)) + b2


# mistake b2_of_each_unit: b2 within the sum
def bent(w1, b1, w2, b2, x):
    return sum(v * max(0.0, w * x + b) + b2 for w, b, v in zip(w1, b1, w2))


# mistake b1_forgotten: no b1
def bent(w1, b1, w2, b2, x):
    return sum(v * max(0.0, w * x) for w, v in zip(w1, w2)) + b2


# mistake w2_forgotten: no w2
def bent(w1, b1, w2, b2, x):
    return sum(max(0.0, w * x + b) for w, b in zip(w1, b1)) + b2


# unknown: a leaky ReLU
def bent(w1, b1, w2, b2, x):
    z = [w * x + b for w, b in zip(w1, b1)]
    return sum(v * (value if value > 0 else 0.1 * value) for v, value in zip(w2, z)) + b2
