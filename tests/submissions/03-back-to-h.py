# correct: lists and loops
def gradients_of_layer(W, x, delta):
    matrix = [[d * value for value in x] for d in delta]
    inputs = [sum(w * d for w, d in zip(column, delta)) for column in zip(*W)]
    return [matrix, delta, inputs]


# correct: tensors, as they come
import torch


def gradients_of_layer(W, x, delta):
    W, x, delta = torch.tensor(W), torch.tensor(x), torch.tensor(delta)
    return torch.outer(delta, x), delta, W.T @ delta


# correct: tensors, made lists
import torch


def gradients_of_layer(W, x, delta):
    W, x, delta = torch.tensor(W), torch.tensor(x), torch.tensor(delta)
    return [torch.outer(delta, x).tolist(), delta.tolist(), (W.T @ delta).tolist()]


# correct: a column times a row
import torch


def gradients_of_layer(W, x, delta):
    column = torch.tensor(delta)[:, None]
    return [column * torch.tensor(x), column[:, 0], torch.tensor(delta) @ torch.tensor(W)]


# correct: numpy
import numpy as np


def gradients_of_layer(W, x, delta):
    return np.outer(delta, x), np.array(delta), np.array(W).T @ np.array(delta)


# correct: by nudging
def gradients_of_layer(W, x, delta):
    def outcome(W, b, x):
        rows = (sum(w * v for w, v in zip(row, x)) + bias for row, bias in zip(W, b))
        return sum(d * out for d, out in zip(delta, rows))

    def nudged(numbers, i, step):
        return [n + step * (i == j) for j, n in enumerate(numbers)]

    b = [0.0] * len(W)
    matrix = [
        [
            outcome(W[:i] + [nudged(row, j, 0.5)] + W[i + 1 :], b, x)
            - outcome(W[:i] + [nudged(row, j, -0.5)] + W[i + 1 :], b, x)
            for j in range(len(row))
        ]
        for i, row in enumerate(W)
    ]
    bias = [
        outcome(W, nudged(b, i, 0.5), x) - outcome(W, nudged(b, i, -0.5), x) for i in range(len(b))
    ]
    inputs = [
        outcome(W, b, nudged(x, j, 0.5)) - outcome(W, b, nudged(x, j, -0.5)) for j in range(len(x))
    ]
    return (matrix, bias, inputs)


# correct: lets autograd find them
import torch


def gradients_of_layer(W, x, delta):
    W, x = (torch.tensor(numbers, requires_grad=True) for numbers in (W, x))
    b = torch.zeros(len(delta), requires_grad=True)
    (W @ x + b).backward(torch.tensor(delta))
    return W.grad, b.grad, x.grad


# mistake w_not_transposed: rows for columns
def gradients_of_layer(W, x, delta):
    return [
        [[d * v for v in x] for d in delta],
        delta,
        [sum(w * d for w, d in zip(row, delta)) for row in W],
    ]


# mistake outer_turned: x before delta
def gradients_of_layer(W, x, delta):
    return [
        [[d * v for d in delta] for v in x],
        delta,
        [sum(w * d for w, d in zip(column, delta)) for column in zip(*W)],
    ]


# mistake delta_passed_on: the matrix is left out
def gradients_of_layer(W, x, delta):
    return [[[d * v for v in x] for d in delta], delta, delta]


# mistake sum_of_delta: the sum of delta for each
def gradients_of_layer(W, x, delta):
    return [[[d * v for v in x] for d in delta], delta, [sum(delta) for _ in x]]


# mistake paths_not_added: keeps the paths apart
def gradients_of_layer(W, x, delta):
    return [
        [[d * v for v in x] for d in delta],
        delta,
        [[w * d for w, d in zip(column, delta)] for column in zip(*W)],
    ]


# mistake first_output_only: one output only
def gradients_of_layer(W, x, delta):
    return [[[d * v for v in x] for d in delta], delta, [w * delta[0] for w in W[0]]]


# mistake last_output_only: overwrites
def gradients_of_layer(W, x, delta):
    return [[[d * v for v in x] for d in delta], delta, [w * delta[-1] for w in W[-1]]]


# mistake outputs_averaged: the mean of the paths
def gradients_of_layer(W, x, delta):
    return [
        [[d * v for v in x] for d in delta],
        delta,
        [sum(w * d for w, d in zip(column, delta)) / len(delta) for column in zip(*W)],
    ]


# mistake delta_left_out: sums of columns
def gradients_of_layer(W, x, delta):
    return [[[d * v for v in x] for d in delta], delta, [sum(column) for column in zip(*W)]]


# mistake matrix_times_delta: W for x
def gradients_of_layer(W, x, delta):
    return [
        [[d * w for w in row] for d, row in zip(delta, W)],
        delta,
        [sum(w * d for w, d in zip(column, delta)) for column in zip(*W)],
    ]


# mistake bias_gets_one: the local gradient alone
def gradients_of_layer(W, x, delta):
    return [
        [[d * v for v in x] for d in delta],
        [1.0 for _ in delta],
        [sum(w * d for w, d in zip(column, delta)) for column in zip(*W)],
    ]


# mistake bias_gets_sum: adds delta up
def gradients_of_layer(W, x, delta):
    return [
        [[d * v for v in x] for d in delta],
        [sum(delta) for _ in delta],
        [sum(w * d for w, d in zip(column, delta)) for column in zip(*W)],
    ]


# mistake input_before_bias: another order
def gradients_of_layer(W, x, delta):
    return [
        [[d * v for v in x] for d in delta],
        [sum(w * d for w, d in zip(column, delta)) for column in zip(*W)],
        delta,
    ]


# mistake layer_forward: forward again
def gradients_of_layer(W, x, delta):
    return [
        [[d * v for v in x] for d in delta],
        delta,
        [sum(w * v for w, v in zip(row, x)) for row in W],
    ]


# mistake paths_multiplied: times instead of plus
from math import prod


def gradients_of_layer(W, x, delta):
    matrix = [[d * v for v in x] for d in delta]
    return [matrix, delta, [prod(w * d for w, d in zip(column, delta)) for column in zip(*W)]]


# mistake input_not_asked: two of three
def gradients_of_layer(W, x, delta):
    return [[[d * v for v in x] for d in delta], delta]


# mistake wrong_shapes: without .T
import torch


def gradients_of_layer(W, x, delta):
    W, x, delta = torch.tensor(W), torch.tensor(x), torch.tensor(delta)
    return [torch.outer(delta, x), delta, W @ delta]


# mistake opposite_sign: climbs
import torch


def gradients_of_layer(W, x, delta):
    W, x, delta = torch.tensor(W), torch.tensor(x), -torch.tensor(delta)
    return [torch.outer(delta, x), delta, W.T @ delta]


# mistake hard_coded: the example's answer
def gradients_of_layer(W, x, delta):
    return [[[2.0, 0.0, 4.0], [-3.0, 0.0, -6.0]], [2.0, -3.0], [5.0, 1.0, -9.0]]


# mistake reversed_order: the input first
import torch


def gradients_of_layer(W, x, delta):
    W, x, delta = torch.tensor(W), torch.tensor(x), torch.tensor(delta)
    return [W.T @ delta, delta, torch.outer(delta, x)]


# unknown: only the input's
def gradients_of_layer(W, x, delta):
    return [sum(w * d for w, d in zip(column, delta)) for column in zip(*W)]


# unknown: an entry is a sum
def gradients_of_layer(W, x, delta):
    inputs = [sum(w * d for w, d in zip(column, delta)) for column in zip(*W)]
    return [[[d + v for v in x] for d in delta], delta, inputs]
