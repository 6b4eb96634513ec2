# correct: two sums
def one_line(w1, b1, w2, b2):
    slope = sum(v * w for v, w in zip(w2, w1))
    height = sum(v * b for v, b in zip(w2, b1)) + b2
    return [slope, height]


# correct: predicts at 0 and at 1
def one_line(w1, b1, w2, b2):
    def predict(x):
        return sum(v * (w * x + b) for v, w, b in zip(w2, w1, b1)) + b2

    return predict(1.0) - predict(0.0), predict(0.0)


# correct: products of tensors
import torch


def one_line(w1, b1, w2, b2):
    w1, b1, w2 = torch.tensor(w1), torch.tensor(b1), torch.tensor(w2)
    return torch.stack([w2 @ w1, w2 @ b1 + b2])


# correct: matrices, as in the formula
import torch


def one_line(w1, b1, w2, b2):
    W1, W2 = torch.tensor(w1).view(-1, 1), torch.tensor(w2).view(1, -1)
    W = W2 @ W1
    b = W2 @ torch.tensor(b1) + torch.tensor([b2])
    return [W.item(), b.item()]


# correct: numpy
import numpy as np


def one_line(w1, b1, w2, b2):
    return np.array([np.dot(w2, w1), np.dot(w2, b1) + b2])


# correct: unit by unit
def one_line(w1, b1, w2, b2):
    line = [0.0, b2]
    for j in range(len(w1)):
        line[0] += w2[j] * w1[j]
        line[1] += w2[j] * b1[j]
    return line


# mistake b2_left_out: forgets b2
def one_line(w1, b1, w2, b2):
    return [sum(v * w for v, w in zip(w2, w1)), sum(v * b for v, b in zip(w2, b1))]


# mistake only_b2: forgets b1
def one_line(w1, b1, w2, b2):
    return [sum(v * w for v, w in zip(w2, w1)), b2]


# mistake b1_not_weighted: adds b1 as it is
def one_line(w1, b1, w2, b2):
    return [sum(v * w for v, w in zip(w2, w1)), sum(b1) + b2]


# mistake b2_of_each_unit: b2 inside the sum
def one_line(w1, b1, w2, b2):
    return [sum(v * w for v, w in zip(w2, w1)), sum(v * b + b2 for v, b in zip(w2, b1))]


# mistake product_of_sums: sums first
def one_line(w1, b1, w2, b2):
    return [sum(w2) * sum(w1), sum(w2) * sum(b1) + b2]


# mistake weights_added: plus instead of times
def one_line(w1, b1, w2, b2):
    return [sum(w1) + sum(w2), sum(b1) + b2]


# mistake first_unit_only: one unit
def one_line(w1, b1, w2, b2):
    return [w2[0] * w1[0], w2[0] * b1[0] + b2]


# mistake units_not_summed: a line for each unit
import torch


def one_line(w1, b1, w2, b2):
    w1, b1, w2 = torch.tensor(w1), torch.tensor(b1), torch.tensor(w2)
    return [(w2 * w1).tolist(), (w2 * b1 + b2).tolist()]


# mistake w1_in_the_height: w1 instead of w2
def one_line(w1, b1, w2, b2):
    return [sum(v * w for v, w in zip(w2, w1)), sum(w * b for w, b in zip(w1, b1)) + b2]


# mistake reversed_order: the height first
def one_line(w1, b1, w2, b2):
    slope = sum(v * w for v, w in zip(w2, w1))
    height = sum(v * b for v, b in zip(w2, b1)) + b2
    return height, slope


# mistake hard_coded: the example's answer
def one_line(w1, b1, w2, b2):
    return [5.0, 4.5]


# mistake gives_none: prints
def one_line(w1, b1, w2, b2):
    print(sum(v * w for v, w in zip(w2, w1)), sum(v * b for v, b in zip(w2, b1)) + b2)


# unknown: subtracts b2
def one_line(w1, b1, w2, b2):
    return [sum(v * w for v, w in zip(w2, w1)), sum(v * b for v, b in zip(w2, b1)) - b2]


# unknown: the mean of the units
def one_line(w1, b1, w2, b2):
    n = len(w1)
    return [sum(v * w for v, w in zip(w2, w1)) / n, sum(v * b for v, b in zip(w2, b1)) / n + b2]
