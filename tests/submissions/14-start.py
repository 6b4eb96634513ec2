# correct: as the lesson writes it
import math


def start_std(n_in, n_out):
    return [math.sqrt(2 / (n_in + n_out)), math.sqrt(2 / n_in)]
# correct: powers, a tuple
def start_std(n_in, n_out):
    return (2 / (n_in + n_out)) ** 0.5, (2 / n_in) ** 0.5
# correct: numpy
import numpy as np


def start_std(n_in, n_out):
    return np.sqrt(2.0 / np.array([n_in + n_out, n_in]))
# correct: torch
import torch


def start_std(n_in, n_out):
    return torch.sqrt(2 / torch.tensor([n_in + n_out, n_in]))
# correct: Xavier by the mean of both
import math


def start_std(n_in, n_out):
    mean = (n_in + n_out) / 2
    xavier = 1 / math.sqrt(mean)
    he = math.sqrt(2) / math.sqrt(n_in)
    return [xavier, he]
# correct: by torch's gain
import math

import torch


def start_std(n_in, n_out):
    gain = torch.nn.init.calculate_gain("relu")
    return [math.sqrt(2.0 / (n_in + n_out)), gain / math.sqrt(n_in)]
# mistake variance_for_std: no root
def start_std(n_in, n_out):
    return [2 / (n_in + n_out), 2 / n_in]
# mistake two_outside_root: the 2 outside of the root
def start_std(n_in, n_out):
    return [2 / (n_in + n_out) ** 0.5, 2 / n_in**0.5]
# mistake root_of_two_only: the root of 2 over the numbers
import math


def start_std(n_in, n_out):
    return [math.sqrt(2) / (n_in + n_out), math.sqrt(2) / n_in]
# mistake fan_out_for_fan_in: He by the outputs
def start_std(n_in, n_out):
    return [(2 / (n_in + n_out)) ** 0.5, (2 / n_out) ** 0.5]
# mistake two_left_out: 1 above both fractions
def start_std(n_in, n_out):
    return [(1 / (n_in + n_out)) ** 0.5, (1 / n_in) ** 0.5]
# mistake fan_in_alone: Xavier by the inputs
def start_std(n_in, n_out):
    return [(1 / n_in) ** 0.5, (2 / n_in) ** 0.5]
# mistake he_of_both: He by both
def start_std(n_in, n_out):
    return [(2 / (n_in + n_out)) ** 0.5, (4 / (n_in + n_out)) ** 0.5]
# mistake lost_half_forgotten: He without the 2
def start_std(n_in, n_out):
    return [(2 / (n_in + n_out)) ** 0.5, (1 / n_in) ** 0.5]
# mistake product_for_sum: multiplies inputs and outputs
def start_std(n_in, n_out):
    return [(2 / (n_in * n_out)) ** 0.5, (2 / n_in) ** 0.5]
# mistake uniform_bound: bounds of the uniform start
def start_std(n_in, n_out):
    return [(6 / (n_in + n_out)) ** 0.5, (6 / n_in) ** 0.5]
# mistake upside_down: the fractions upside down
def start_std(n_in, n_out):
    return [((n_in + n_out) / 2) ** 0.5, (n_in / 2) ** 0.5]
# mistake reversed_order: He first
def start_std(n_in, n_out):
    return [(2 / n_in) ** 0.5, (2 / (n_in + n_out)) ** 0.5]
# mistake twice_as_large: the 2 outside of the root, over the mean
def start_std(n_in, n_out):
    return [2 / ((n_in + n_out) / 2) ** 0.5, 2 * (2 / n_in) ** 0.5]
# mistake ignores_argument: the example's outputs
def start_std(n_in, n_out):
    return [(2 / (n_in + 50)) ** 0.5, (2 / n_in) ** 0.5]
# mistake hard_coded: the example's result
def start_std(n_in, n_out):
    return [0.0894427, 0.1]
# mistake gives_none: no return
def start_std(n_in, n_out):
    [(2 / (n_in + n_out)) ** 0.5, (2 / n_in) ** 0.5]
# mistake brackets_left_out: no brackets around the sum
def start_std(n_in, n_out):
    return [(2 / n_in + n_out) ** 0.5, (2 / n_in) ** 0.5]
# unknown: a third root
def start_std(n_in, n_out):
    return [(2 / (n_in + n_out)) ** (1 / 3), (2 / n_in) ** (1 / 3)]
# unknown: the difference of both
def start_std(n_in, n_out):
    return [(2 / abs(n_in - n_out)) ** 0.5, (2 / n_in) ** 0.5]
