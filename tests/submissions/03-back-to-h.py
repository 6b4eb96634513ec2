# correct: by columns
def gradient_of_h(W2, delta):
    return [sum(w * d for w, d in zip(column, delta)) for column in zip(*W2)]


# correct: tensors, with .T
import torch


def gradient_of_h(W2, delta):
    return (torch.tensor(W2).T @ torch.tensor(delta)).tolist()


# correct: the row before the matrix
import torch


def gradient_of_h(W2, delta):
    return torch.tensor(delta) @ torch.tensor(W2)


# correct: numpy
import numpy as np


def gradient_of_h(W2, delta):
    return np.array(W2).T.dot(np.array(delta))


# correct: adds up path by path
def gradient_of_h(W2, delta):
    grad = [0.0] * len(W2[0])
    for row, d in zip(W2, delta):
        for j, w in enumerate(row):
            grad[j] += d * w
    return grad


# correct: by nudging h
def gradient_of_h(W2, delta):
    def outcome(h):
        return sum(d * sum(w * v for w, v in zip(row, h)) for row, d in zip(W2, delta))

    m = len(W2[0])
    grad = []
    for j in range(m):
        up = [0.5 * (i == j) for i in range(m)]
        down = [-0.5 * (i == j) for i in range(m)]
        grad.append(outcome(up) - outcome(down))
    return tuple(grad)


# correct: lets autograd find it
import torch


def gradient_of_h(W2, delta):
    h = torch.zeros(len(W2[0]), requires_grad=True)
    (torch.tensor(W2) @ h).backward(torch.tensor(delta))
    return h.grad


# mistake transposed: by rows
def gradient_of_h(W2, delta):
    return [sum(w * d for w, d in zip(row, delta)) for row in W2]


# mistake wrong_shapes: without .T
import torch


def gradient_of_h(W2, delta):
    return (torch.tensor(W2) @ torch.tensor(delta)).tolist()


# mistake delta_passed_on: the matrix is left out
def gradient_of_h(W2, delta):
    return delta


# mistake sum_of_delta: the sum of delta for each unit
def gradient_of_h(W2, delta):
    return [sum(delta) for _ in W2[0]]


# mistake paths_not_added: keeps the paths apart
def gradient_of_h(W2, delta):
    return [[w * d for w, d in zip(column, delta)] for column in zip(*W2)]


# mistake first_output_only: one output only
def gradient_of_h(W2, delta):
    return [w * delta[0] for w in W2[0]]


# mistake last_output_only: overwrites
def gradient_of_h(W2, delta):
    grad = [0.0] * len(W2[0])
    for row, d in zip(W2, delta):
        for j, w in enumerate(row):
            grad[j] = d * w
    return grad


# mistake paths_multiplied: times instead of plus
def gradient_of_h(W2, delta):
    grad = [1.0] * len(W2[0])
    for row, d in zip(W2, delta):
        grad = [g * w * d for g, w in zip(grad, row)]
    return grad


# mistake outputs_averaged: the mean of the paths
import torch


def gradient_of_h(W2, delta):
    return (torch.tensor(W2) * torch.tensor(delta)[:, None]).mean(dim=0)


# mistake delta_left_out: sums of columns
def gradient_of_h(W2, delta):
    return [sum(column) for column in zip(*W2)]


# mistake opposite_sign: climbs
def gradient_of_h(W2, delta):
    return [-sum(w * d for w, d in zip(column, delta)) for column in zip(*W2)]


# mistake half_as_large: halves the square
import torch


def gradient_of_h(W2, delta):
    return torch.tensor(W2).T @ torch.tensor(delta) / 2


# mistake hard_coded: the example's answer
def gradient_of_h(W2, delta):
    return [3.0, 3.0, -3.0]


# unknown: adds weight and delta
def gradient_of_h(W2, delta):
    return [sum(w + d for w, d in zip(column, delta)) for column in zip(*W2)]


# unknown: one number for all
def gradient_of_h(W2, delta):
    return sum(w * d for row, d in zip(W2, delta) for w in row)
