# correct: by the rules of school
def local_gradients(a, b):
    return [1 / b, -a / b**2]
# correct: as a times b to the power −1, in a tuple
def local_gradients(a, b):
    return b**-1, -1 * a * b**-2
# correct: nudges to both sides
def local_gradients(a, b):
    h = 1e-4
    to_a = ((a + h) / b - (a - h) / b) / (2 * h)
    to_b = (a / (b + h) - a / (b - h)) / (2 * h)
    return [to_a, to_b]
# correct: from the quotient itself
def local_gradients(a, b):
    z = a / b
    to_a = 1 / b
    return [to_a, -z * to_a]
# correct: numpy in float32
import numpy as np


def local_gradients(a, b):
    a, b = np.float32(a), np.float32(b)
    return np.array([1 / b, -a / (b * b)])
# correct: autograd
import torch


def local_gradients(a, b):
    a, b = torch.tensor(a, requires_grad=True), torch.tensor(b, requires_grad=True)
    return torch.autograd.grad(a / b, (a, b))
# mistake as_for_product: the row of the table for a * b
def local_gradients(a, b):
    return [b, a]
# mistake as_for_difference: the row of the table for a − b
def local_gradients(a, b):
    return [1, -1]
# mistake quotient_sign_lost: has no minus
def local_gradients(a, b):
    return [1 / b, a / b**2]
# mistake numerator_lost: forgets a
def local_gradients(a, b):
    return [1 / b, -1 / b**2]
# mistake denominator_not_squared: divides by b once
def local_gradients(a, b):
    return [1 / b, -a / b]
# mistake denominator_as_factor: takes a for the second one
def local_gradients(a, b):
    return [1 / b, a]
# mistake each_turned_over: 1 over the other one
def local_gradients(a, b):
    return [1 / b, 1 / a]
# mistake quotient_turned_over: differentiates b / a
def local_gradients(a, b):
    return [-b / a**2, 1 / a]
# mistake reversed_order: b first
def local_gradients(a, b):
    return [-a / b**2, 1 / b]
# mistake opposite_sign: nudges the wrong way round
def local_gradients(a, b):
    h = 1e-5
    return [((a - h) / b - (a + h) / b) / (2 * h), (a / (b - h) - a / (b + h)) / (2 * h)]
# mistake twice_as_large: divides by h instead of 2h
def local_gradients(a, b):
    h = 1e-5
    return [((a + h) / b - (a - h) / b) / h, (a / (b + h) - a / (b - h)) / h]
# mistake half_as_large: divides a one-sided nudge by 2h
def local_gradients(a, b):
    h = 1e-7
    return [((a + h) / b - a / b) / (2 * h), (a / (b + h) - a / b) / (2 * h)]
# mistake hard_coded: the example's
def local_gradients(a, b):
    return [0.5, -1.5]
# mistake gives_none: prints
def local_gradients(a, b):
    print(1 / b, -a / b**2)
# mistake as_for_sum: the row of the table for a + b
def local_gradients(a, b):
    return [1.0, 1.0]
# mistake first_as_in_sum: 1 for a
def local_gradients(a, b):
    return [1.0, -a / b**2]
# mistake first_as_in_product: b for a
def local_gradients(a, b):
    return [b, -a / b**2]
# mistake sign_and_square_lost: gives the quotient for b
def local_gradients(a, b):
    return [1 / b, a / b]
# mistake one_over_b_kept: twice the same
def local_gradients(a, b):
    return [1 / b, 1 / b]
# mistake only_the_sign: as if b were subtracted
def local_gradients(a, b):
    return [1 / b, -1.0]
# mistake quotient_twice: the value
def local_gradients(a, b):
    return [a / b] * 2
# mistake nudged_value: the value once
def local_gradients(a, b):
    return a / b
# unknown: the cube instead of the square
def local_gradients(a, b):
    return [1 / b, -a / b**3]
# unknown: adds the value
def local_gradients(a, b):
    return [a / b, 1 / b, -a / b**2]
