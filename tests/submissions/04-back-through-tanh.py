# correct: as the lesson writes it
import math


def gradients_of_unit(x, w1, b1, w2, delta):
    h = math.tanh(w1 * x + b1)
    grad_z = delta * w2 * (1 - h**2)
    return [grad_z * x, grad_z, delta * h]


# correct: tensors in float32
import torch


def gradients_of_unit(x, w1, b1, w2, delta):
    h = torch.tanh(torch.tensor(w1 * x + b1))
    grad_h = delta * w2
    grad_z = grad_h * (1 - h * h)
    return torch.stack([grad_z * x, grad_z, delta * h])


# correct: lets autograd find them
import torch


def gradients_of_unit(x, w1, b1, w2, delta):
    w1, b1, w2 = (torch.tensor(value, requires_grad=True) for value in (w1, b1, w2))
    y_pred = w2 * torch.tanh(w1 * x + b1)
    (delta * y_pred).backward()
    return w1.grad, b1.grad, w2.grad


# correct: by nudging
import math


def gradients_of_unit(x, w1, b1, w2, delta):
    def predict(w1, b1, w2):
        return w2 * math.tanh(w1 * x + b1)

    e = 1e-5
    return [
        delta * (predict(w1 + e, b1, w2) - predict(w1 - e, b1, w2)) / (2 * e),
        delta * (predict(w1, b1 + e, w2) - predict(w1, b1 - e, w2)) / (2 * e),
        delta * (predict(w1, b1, w2 + e) - predict(w1, b1, w2 - e)) / (2 * e),
    ]


# correct: numpy, the slope as 1 / cosh²
import numpy as np


def gradients_of_unit(x, w1, b1, w2, delta):
    z = w1 * x + b1
    grad_z = delta * w2 / np.cosh(z) ** 2
    return np.array([grad_z * x, grad_z, delta * np.tanh(z)])


# correct: with exponentials
from math import exp


def gradients_of_unit(x, w1, b1, w2, delta):
    z = w1 * x + b1
    u, v = exp(z) - exp(-z), exp(z) + exp(-z)
    slope = (v * v - u * u) / v**2
    return delta * w2 * slope * x, delta * w2 * slope, delta * u / v


# mistake missing_activation_slope: passes tanh without its slope
import math


def gradients_of_unit(x, w1, b1, w2, delta):
    h = math.tanh(w1 * x + b1)
    return [delta * w2 * x, delta * w2, delta * h]


# mistake slope_from_z: 1 - z²
import math


def gradients_of_unit(x, w1, b1, w2, delta):
    z = w1 * x + b1
    grad_z = delta * w2 * (1 - z**2)
    return [grad_z * x, grad_z, delta * math.tanh(z)]


# mistake tanh_twice: tanh of h
import math


def gradients_of_unit(x, w1, b1, w2, delta):
    h = math.tanh(w1 * x + b1)
    grad_z = delta * w2 * (1 - math.tanh(h) ** 2)
    return [grad_z * x, grad_z, delta * h]


# mistake slope_of_sigmoid: h (1 - h)
import math


def gradients_of_unit(x, w1, b1, w2, delta):
    h = math.tanh(w1 * x + b1)
    grad_z = delta * w2 * h * (1 - h)
    return [grad_z * x, grad_z, delta * h]


# mistake h_for_slope: times h
import math


def gradients_of_unit(x, w1, b1, w2, delta):
    h = math.tanh(w1 * x + b1)
    grad_z = delta * w2 * h
    return [grad_z * x, grad_z, delta * h]


# mistake square_left_out: 1 - h
import math


def gradients_of_unit(x, w1, b1, w2, delta):
    h = math.tanh(w1 * x + b1)
    grad_z = delta * w2 * (1 - h)
    return [grad_z * x, grad_z, delta * h]


# mistake surplus_activation_slope: the slope on all three
import math


def gradients_of_unit(x, w1, b1, w2, delta):
    h = math.tanh(w1 * x + b1)
    slope = 1 - h**2
    return [delta * w2 * slope * x, delta * w2 * slope, delta * h * slope]


# mistake unit_without_w2: delta straight to tanh
import math


def gradients_of_unit(x, w1, b1, w2, delta):
    h = math.tanh(w1 * x + b1)
    grad_z = delta * (1 - h**2)
    return [grad_z * x, grad_z, delta * h]


# mistake missing_x_factor: x left out
import math


def gradients_of_unit(x, w1, b1, w2, delta):
    h = math.tanh(w1 * x + b1)
    grad_z = delta * w2 * (1 - h**2)
    return [grad_z, grad_z, delta * h]


# mistake x_on_b1_too: x for both
import math


def gradients_of_unit(x, w1, b1, w2, delta):
    h = math.tanh(w1 * x + b1)
    grad = delta * w2 * (1 - h**2) * x
    return [grad, grad, delta * h]


# mistake z_for_h: z in the gradient of w2
import math


def gradients_of_unit(x, w1, b1, w2, delta):
    z = w1 * x + b1
    grad_z = delta * w2 * (1 - math.tanh(z) ** 2)
    return [grad_z * x, grad_z, delta * z]


# mistake opposite_sign: already the step downhill
import math


def gradients_of_unit(x, w1, b1, w2, delta):
    h = math.tanh(w1 * x + b1)
    grad_z = delta * w2 * (1 - h**2)
    return [-grad_z * x, -grad_z, -delta * h]


# mistake twice_as_large: the 2 that delta has already
import math


def gradients_of_unit(x, w1, b1, w2, delta):
    h = math.tanh(w1 * x + b1)
    grad_z = 2 * delta * w2 * (1 - h**2)
    return [grad_z * x, grad_z, 2 * delta * h]


# mistake reversed_order: w2 first
import math


def gradients_of_unit(x, w1, b1, w2, delta):
    h = math.tanh(w1 * x + b1)
    grad_z = delta * w2 * (1 - h**2)
    return [delta * h, grad_z, grad_z * x]


# mistake hard_coded: the example's answer
def gradients_of_unit(x, w1, b1, w2, delta):
    return [9.4374, 4.7187, 0.9242]


# unknown: the gradient of z only
import math


def gradients_of_unit(x, w1, b1, w2, delta):
    h = math.tanh(w1 * x + b1)
    return [delta * w2 * (1 - h**2)]


# mistake slope_only_for_b1: w1 takes the gradient of h
import math


def gradients_of_unit(x, w1, b1, w2, delta):
    h = math.tanh(w1 * x + b1)
    grad_z = delta * w2 * (1 - h**2)
    return [delta * w2 * x, grad_z, delta * h]


# mistake slope_only_for_w1: b1 takes the gradient of h
import math


def gradients_of_unit(x, w1, b1, w2, delta):
    h = math.tanh(w1 * x + b1)
    grad_z = delta * w2 * (1 - h**2)
    return [grad_z * x, delta * w2, delta * h]


# mistake h_for_x: h for x
import math


def gradients_of_unit(x, w1, b1, w2, delta):
    h = math.tanh(w1 * x + b1)
    grad_z = delta * w2 * (1 - h**2)
    return [grad_z * h, grad_z, delta * h]


# mistake w1_for_x: w1 for x
import math


def gradients_of_unit(x, w1, b1, w2, delta):
    h = math.tanh(w1 * x + b1)
    grad_z = delta * w2 * (1 - h**2)
    return [grad_z * w1, grad_z, delta * h]


# mistake b1_gets_one: a local gradient alone
import math


def gradients_of_unit(x, w1, b1, w2, delta):
    h = math.tanh(w1 * x + b1)
    grad_z = delta * w2 * (1 - h**2)
    return [grad_z * x, 1.0, delta * h]


# mistake missing_h_factor: delta alone
import math


def gradients_of_unit(x, w1, b1, w2, delta):
    h = math.tanh(w1 * x + b1)
    grad_z = delta * w2 * (1 - h**2)
    return [grad_z * x, grad_z, delta]


# mistake w2_in_its_own_gradient: w2 too much
import math


def gradients_of_unit(x, w1, b1, w2, delta):
    h = math.tanh(w1 * x + b1)
    grad_z = delta * w2 * (1 - h**2)
    return [grad_z * x, grad_z, delta * w2 * h]


# mistake w2_before_b1: another order
import math


def gradients_of_unit(x, w1, b1, w2, delta):
    h = math.tanh(w1 * x + b1)
    grad_z = delta * w2 * (1 - h**2)
    return [grad_z * x, delta * h, grad_z]


# mistake delta_not_passed_on: delta for w2 only
import math


def gradients_of_unit(x, w1, b1, w2, delta):
    h = math.tanh(w1 * x + b1)
    grad_z = delta * w2 * (1 - h**2)
    return [grad_z / delta * x, grad_z / delta, delta * h]


# mistake unit_without_delta: no delta
import math


def gradients_of_unit(x, w1, b1, w2, delta):
    h = math.tanh(w1 * x + b1)
    grad_z = delta * w2 * (1 - h**2)
    return [grad_z / delta * x, grad_z / delta, h]


# mistake plus_for_minus_in_slope: plus
import math


def gradients_of_unit(x, w1, b1, w2, delta):
    h = math.tanh(w1 * x + b1)
    grad_z = delta * w2 * (1 + h**2)
    return [grad_z * x, grad_z, delta * h]


# mistake square_for_slope: h² for the slope
import math


def gradients_of_unit(x, w1, b1, w2, delta):
    h = math.tanh(w1 * x + b1)
    grad_z = delta * w2 * h**2
    return [grad_z * x, grad_z, delta * h]
