# correct: a list of rows
def gradient_of_matrix(delta, h):
    return [[d * value for value in h] for d in delta]


# correct: torch.outer, a tensor
import torch


def gradient_of_matrix(delta, h):
    return torch.outer(torch.tensor(delta), torch.tensor(h))


# correct: a column times a row
import torch


def gradient_of_matrix(delta, h):
    column, row = torch.tensor(delta).view(-1, 1), torch.tensor(h).view(1, -1)
    return (column @ row).tolist()


# correct: numpy
import numpy as np


def gradient_of_matrix(delta, h):
    return np.outer(delta, h)


# correct: broadcasting
import torch


def gradient_of_matrix(delta, h):
    return torch.tensor(delta)[:, None] * torch.tensor(h)


# correct: fills a table
def gradient_of_matrix(delta, h):
    table = [[0.0] * len(h) for _ in delta]
    for i in range(len(delta)):
        for j in range(len(h)):
            table[i][j] = delta[i] * h[j]
    return table


# correct: lets autograd find it
import torch


def gradient_of_matrix(delta, h):
    W = torch.zeros(len(delta), len(h), requires_grad=True)
    (W @ torch.tensor(h)).backward(torch.tensor(delta))
    return W.grad


# mistake transposed: h first
import torch


def gradient_of_matrix(delta, h):
    return torch.outer(torch.tensor(h), torch.tensor(delta)).tolist()


# mistake transposed: the loops the other way round
def gradient_of_matrix(delta, h):
    return [[d * value for d in delta] for value in h]


# mistake only_matching_pairs: one zip
def gradient_of_matrix(delta, h):
    return [d * value for d, value in zip(delta, h)]


# mistake products_in_one_sum: a sum of products
def gradient_of_matrix(delta, h):
    return sum(d * value for d, value in zip(delta, h))


# mistake delta_plus_h: plus
def gradient_of_matrix(delta, h):
    return [[d + value for value in h] for d in delta]


# mistake missing_h_factor: delta everywhere
def gradient_of_matrix(delta, h):
    return [[d] * len(h) for d in delta]


# mistake h_without_delta: h in every row
def gradient_of_matrix(delta, h):
    return [h for _ in delta]


# mistake one_long_row: no rows
def gradient_of_matrix(delta, h):
    return [d * value for d in delta for value in h]


# mistake only_diagonal: equal places only
def gradient_of_matrix(delta, h):
    return [[delta[i] * h[j] if i == j else 0.0 for j in range(len(h))] for i in range(len(delta))]


# mistake twice_as_large: the factor 2 of the square once more
import torch


def gradient_of_matrix(delta, h):
    return 2 * torch.outer(torch.tensor(delta), torch.tensor(h))


# mistake reversed_order: the last row first
def gradient_of_matrix(delta, h):
    return [[d * value for value in h] for d in reversed(delta)]


# mistake hard_coded: the example's answer
def gradient_of_matrix(delta, h):
    return [[2.0, 5.0, -1.0], [-6.0, -15.0, 3.0]]


# mistake gives_none: forgets to return
def gradient_of_matrix(delta, h):
    rows = [[d * value for value in h] for d in delta]


# unknown: delta over h
def gradient_of_matrix(delta, h):
    return [[d / value for value in h] for d in delta]


# unknown: the same row again and again
def gradient_of_matrix(delta, h):
    rows = []
    for d in delta:
        rows.append([delta[0] * value for value in h])
    return rows
