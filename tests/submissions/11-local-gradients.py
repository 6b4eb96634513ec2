# correct: by the rules
def local_gradients(a, b):
    return [1 / b, -a / b**2]


# correct: as a tuple, by the quotient rule
def local_gradients(a, b):
    return (1 * b - a * 0) / (b * b), (0 * b - a * 1) / (b * b)


# correct: as powers
def local_gradients(a, b):
    return [b**-1, a * (-1) * b ** (-2)]


# correct: with torch
import torch


def local_gradients(a, b):
    a = torch.tensor(a, requires_grad=True)
    b = torch.tensor(b, requires_grad=True)
    (a / b).backward()
    return [a.grad, b.grad]


# correct: nudges, in numpy
import numpy as np


def local_gradients(a, b):
    h = 1e-6
    return np.array([((a + h) / b - (a - h) / b) / (2 * h), (a / (b + h) - a / (b - h)) / (2 * h)])


# correct: by the result
def local_gradients(a, b):
    z = a / b
    return [z / a, -z / b]


# mistake division_as_product: the rule of the product
def local_gradients(a, b):
    return [b, a]


# mistake division_as_sum: the rule of the sum
def local_gradients(a, b):
    return [1, 1]


# mistake minus_of_division_lost: forgets the minus
def local_gradients(a, b):
    return [1 / b, a / b**2]


# mistake divisor_not_squared: forgets the square
def local_gradients(a, b):
    return [1 / b, -a / b]


# mistake numerator_left_out: forgets a
def local_gradients(a, b):
    return [1 / b, -1 / b**2]


# mistake each_one_inverted: exchanges the names
def local_gradients(a, b):
    return [1 / b, 1 / a]


# mistake reversed_order: b first
def local_gradients(a, b):
    return [-a / b**2, 1 / b]


# mistake opposite_sign: the minus at the wrong place
def local_gradients(a, b):
    return [-1 / b, a / b**2]


# mistake hard_coded: the numbers of the lesson
def local_gradients(a, b):
    return [0.5, -1.5]


# mistake gives_none: no return
def local_gradients(a, b):
    [1 / b, -a / b**2]


# unknown: wrong way to write a square
def local_gradients(a, b):
    return [1 / b, -a / b * 2]


# unknown: the result itself
def local_gradients(a, b):
    return [a / b, -a / b**2]
