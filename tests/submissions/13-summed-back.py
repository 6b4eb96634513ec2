# correct: as the lesson writes it
def summed_back(gradient):
    of_b = [sum(column) for column in zip(*gradient)]
    of_c = [[sum(row)] for row in gradient]
    return [of_b, of_c]
# correct: torch, two tensors
import torch


def summed_back(gradient):
    g = torch.tensor(gradient)
    return g.sum(dim=0), g.sum(dim=1, keepdim=True)
# correct: numpy, turned into lists
import numpy as np


def summed_back(gradient):
    g = np.array(gradient)
    return [g.sum(axis=0).tolist(), g.sum(axis=1).reshape(-1, 1).tolist()]
# correct: loops
def summed_back(gradient):
    n, m = len(gradient), len(gradient[0])
    b = [0.0] * m
    c = [[0.0] for _ in range(n)]
    for i in range(n):
        for j in range(m):
            b[j] += gradient[i][j]
            c[i][0] += gradient[i][j]
    return b, c
# correct: asks autograd
import torch


def summed_back(gradient):
    g = torch.tensor(gradient)
    b = torch.zeros(g.shape[1], requires_grad=True)
    c = torch.zeros(g.shape[0], 1, requires_grad=True)
    (torch.zeros_like(g) + b + c).backward(g)
    return [b.grad, c.grad]
# correct: products with ones
import numpy as np


def summed_back(gradient):
    g = np.array(gradient)
    n, m = g.shape
    return [np.ones(n) @ g, g @ np.ones((m, 1))]
# mistake averaged_back: takes means
import torch


def summed_back(gradient):
    g = torch.tensor(gradient)
    return [g.mean(dim=0), g.mean(dim=1, keepdim=True)]
# mistake first_of_the_stretched: takes the first row and the first column
def summed_back(gradient):
    return [gradient[0], [[row[0]] for row in gradient]]
# mistake last_of_the_stretched: takes the last row and the last column
def summed_back(gradient):
    return [gradient[-1], [[row[-1]] for row in gradient]]
# mistake not_summed: an addition passes on what comes
def summed_back(gradient):
    return [gradient, gradient]
# mistake other_direction: takes dim the wrong way round
import torch


def summed_back(gradient):
    g = torch.tensor(gradient)
    return [g.sum(dim=1), g.sum(dim=0).reshape(-1, 1)]
# mistake row_for_both: the same sum twice
def summed_back(gradient):
    sums = [sum(column) for column in zip(*gradient)]
    return [sums, sums]
# mistake column_for_both: the same sum twice
def summed_back(gradient):
    sums = [[sum(row)] for row in gradient]
    return [sums, sums]
# mistake all_in_one: calls sum() without a direction
import numpy as np


def summed_back(gradient):
    return [np.sum(gradient), np.sum(gradient)]
# mistake brackets_lost: forgets keepdim
import torch


def summed_back(gradient):
    g = torch.tensor(gradient)
    return [g.sum(dim=0), g.sum(dim=1)]
# mistake reversed_order: c before b
def summed_back(gradient):
    return [[[sum(row)] for row in gradient], [sum(column) for column in zip(*gradient)]]
# mistake opposite_sign: thinks of the step
def summed_back(gradient):
    return [[-sum(column) for column in zip(*gradient)], [[-sum(row)] for row in gradient]]
# mistake hard_coded: the example
def summed_back(gradient):
    return [[11.0, 22.0, 33.0], [[6.0], [60.0]]]
# unknown: the largest instead of the sum
def summed_back(gradient):
    return [[max(column) for column in zip(*gradient)], [[max(row)] for row in gradient]]
# unknown: only the gradient of b
def summed_back(gradient):
    return [sum(column) for column in zip(*gradient)]
# mistake sums_exchanged: takes dim the wrong way round, and keeps no brackets
import torch


def summed_back(gradient):
    g = torch.tensor(gradient)
    return [g.sum(dim=1), g.sum(dim=0)]
# mistake row_in_brackets: keeps the direction of both
import numpy as np


def summed_back(gradient):
    g = np.array(gradient)
    return [g.sum(axis=0, keepdims=True), g.sum(axis=1, keepdims=True)]
# mistake column_laid_down: one pair of brackets, but round the whole
def summed_back(gradient):
    return [[sum(column) for column in zip(*gradient)], [[sum(row) for row in gradient]]]
