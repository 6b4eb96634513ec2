# correct: one product of tensors, as a list
import torch


def layer(W, b, x):
    return (torch.tensor(W) @ torch.tensor(x) + torch.tensor(b)).tolist()


# correct: two loops
def layer(W, b, x):
    h = []
    for row, bias in zip(W, b):
        total = bias
        for weight, value in zip(row, x):
            total += weight * value
        h.append(total)
    return h


# correct: by index, the bias first
def layer(W, b, x):
    out = list(b)
    for i in range(len(W)):
        for j in range(len(x)):
            out[i] += W[i][j] * x[j]
    return out


# correct: numpy, float32
import numpy as np


def layer(W, b, x):
    return np.dot(np.array(W, dtype=np.float32), np.array(x, dtype=np.float32)) + np.float32(b)


# correct: a tensor, multiplied entry by entry and summed along the rows
import torch


def layer(W, b, x):
    W, b, x = torch.tensor(W), torch.tensor(b), torch.tensor(x)
    return (W * x).sum(dim=1) + b


# correct: the bias as one more column, its input always 1
def layer(W, b, x):
    table = [row + [bias] for row, bias in zip(W, b)]
    return tuple(sum(w * v for w, v in zip(row, x + [1.0])) for row in table)


# correct: torch's own layer
import torch


def layer(W, b, x):
    return torch.nn.functional.linear(torch.tensor(x), torch.tensor(W), torch.tensor(b)).tolist()


# correct: by columns, added up
def layer(W, b, x):
    h = b[:]
    for j, value in enumerate(x):
        h = [old + row[j] * value for old, row in zip(h, W)]
    return h


# mistake layer_without_bias: forgets b
import torch


def layer(W, b, x):
    return (torch.tensor(W) @ torch.tensor(x)).tolist()


# mistake columns_for_rows: goes through the columns
def layer(W, b, x):
    return [sum(w * v for w, v in zip(column, x)) + bias for column, bias in zip(zip(*W), b)]


# mistake products_not_summed: star instead of at
import torch


def layer(W, b, x):
    return (torch.tensor(W) * torch.tensor(x)).tolist()


# mistake bias_in_each_product: adds the bias inside the sum
def layer(W, b, x):
    return [sum(w * v + bias for w, v in zip(row, x)) for row, bias in zip(W, b)]


# mistake inputs_left_out: never uses x
def layer(W, b, x):
    return [sum(row) + bias for row, bias in zip(W, b)]


# mistake weights_plus_inputs: adds weight and input
def layer(W, b, x):
    h = []
    for row, bias in zip(W, b):
        total = bias
        for weight, value in zip(row, x):
            total += weight + value
        h.append(total)
    return h


# mistake first_bias_for_all: takes b[0] everywhere
def layer(W, b, x):
    return [sum(w * v for w, v in zip(row, x)) + b[0] for row in W]


# mistake bias_as_factor: multiplies by b
import torch


def layer(W, b, x):
    return (torch.tensor(W) @ torch.tensor(x) * torch.tensor(b)).tolist()


# mistake opposite_sign: subtracts everything
def layer(W, b, x):
    return [-sum(w * v for w, v in zip(row, x)) - bias for row, bias in zip(W, b)]


# mistake reversed_order: puts each new output in front
def layer(W, b, x):
    h = []
    for row, bias in zip(W, b):
        h.insert(0, sum(w * v for w, v in zip(row, x)) + bias)
    return h


# mistake hard_coded: the example's answer
def layer(W, b, x):
    return [1.0, 2.0, 6.0]


# mistake gives_none: prints
def layer(W, b, x):
    print([sum(w * v for w, v in zip(row, x)) + bias for row, bias in zip(W, b)])


# mistake bias_subtracted: minus
def layer(W, b, x):
    return [sum(w * v for w, v in zip(row, x)) - bias for row, bias in zip(W, b)]


# mistake last_product_only: = instead of +=
def layer(W, b, x):
    h = []
    for row, bias in zip(W, b):
        for weight, value in zip(row, x):
            total = weight * value
        h.append(total + bias)
    return h


# mistake returns_in_loop: a return that is indented too far
def layer(W, b, x):
    h = []
    for row, bias in zip(W, b):
        h.append(sum(w * v for w, v in zip(row, x)) + bias)
        return h


# mistake last_total_only: keeps no list
def layer(W, b, x):
    for row, bias in zip(W, b):
        total = bias
        for weight, value in zip(row, x):
            total += weight * value
    return total


# mistake lists_joined: adds a list to a list
def layer(W, b, x):
    return [sum(w * v for w, v in zip(row, x)) for row in W] + b


# unknown: adds weight and input
def layer(W, b, x):
    return [sum(w + 2 * v for w, v in zip(row, x)) + bias for row, bias in zip(W, b)]
