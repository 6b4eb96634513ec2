# correct: as the lesson writes it
import torch


def weight_gradient(x_data, delta):
    return torch.tensor(delta).T @ torch.tensor(x_data)
# correct: numpy, as a list
import numpy as np


def weight_gradient(x_data, delta):
    return (np.array(delta).T @ np.array(x_data)).tolist()
# correct: three loops
def weight_gradient(x_data, delta):
    n, d, m = len(x_data), len(x_data[0]), len(delta[0])
    result = []
    for i in range(m):
        row = []
        for j in range(d):
            total = 0.0
            for k in range(n):
                total += delta[k][i] * x_data[k][j]
            row.append(total)
        result.append(row)
    return result
# correct: outer products, added up
import torch


def weight_gradient(x_data, delta):
    total = torch.zeros(len(delta[0]), len(x_data[0]))
    for x, d in zip(x_data, delta):
        total += torch.outer(torch.tensor(d), torch.tensor(x))
    return total.tolist()
# correct: the other product, turned round, in tuples
import numpy as np


def weight_gradient(x_data, delta):
    return tuple(map(tuple, (np.transpose(x_data) @ np.array(delta)).T))
# correct: einsum
import torch


def weight_gradient(x_data, delta):
    return torch.einsum("nm,nd->md", torch.tensor(delta), torch.tensor(x_data))
# correct: asks autograd, with a loss whose gradient is delta
import torch


def weight_gradient(x_data, delta):
    X, D = torch.tensor(x_data), torch.tensor(delta)
    W = torch.zeros(D.shape[1], X.shape[1], requires_grad=True)
    ((X @ W.T) * D).sum().backward()
    return W.grad
# correct: finite differences of that loss
import numpy as np


def weight_gradient(x_data, delta):
    X, D = np.array(x_data), np.array(delta)

    def loss(W):
        return ((X @ W.T) * D).sum()

    W = np.zeros((D.shape[1], X.shape[1]))
    grad = np.zeros_like(W)
    for place in np.ndindex(W.shape):
        step = np.zeros_like(W)
        step[place] = 0.001
        grad[place] = (loss(W + step) - loss(W - step)) / 0.002
    return grad
# mistake transposed: multiplies the other way round
import torch


def weight_gradient(x_data, delta):
    return torch.tensor(x_data).T @ torch.tensor(delta)
# mistake averaged_over_rows: takes the mean of the rows' matrices
import torch


def weight_gradient(x_data, delta):
    return torch.tensor(delta).T @ torch.tensor(x_data) / len(x_data)
# mistake last_row_only: overwrites instead of adding
import torch


def weight_gradient(x_data, delta):
    for x, d in zip(x_data, delta):
        grad = torch.outer(torch.tensor(d), torch.tensor(x))
    return grad
# mistake first_row_only: returns inside the loop
def weight_gradient(x_data, delta):
    for x, d in zip(x_data, delta):
        return [[each * value for value in x] for each in d]
# mistake summed_too_early: adds up the rows first
import torch


def weight_gradient(x_data, delta):
    return torch.outer(torch.tensor(delta).sum(dim=0), torch.tensor(x_data).sum(dim=0))
# mistake rows_kept_apart: a list of matrices
def weight_gradient(x_data, delta):
    return [[[each * value for value in x] for each in d] for x, d in zip(x_data, delta)]
# mistake rows_mismatched: goes through delta from behind
import torch


def weight_gradient(x_data, delta):
    return torch.tensor(delta[::-1]).T @ torch.tensor(x_data)
# mistake missing_x_factor: forgets x
import torch


def weight_gradient(x_data, delta):
    return torch.tensor(delta).T @ torch.ones_like(torch.tensor(x_data))
# mistake missing_delta_factor: forgets delta
import numpy as np


def weight_gradient(x_data, delta):
    return np.ones_like(np.array(delta)).T @ np.array(x_data)
# mistake opposite_sign: thinks of the step
import numpy as np


def weight_gradient(x_data, delta):
    return -np.array(delta).T @ np.array(x_data)
# mistake twice_as_large: brings in the 2 of the square again
import numpy as np


def weight_gradient(x_data, delta):
    return 2 * np.array(delta).T @ np.array(x_data)
# mistake hard_coded: the example
def weight_gradient(x_data, delta):
    return [[-1.0, 5.0]]
# unknown: the gradient of the squared deltas
import numpy as np


def weight_gradient(x_data, delta):
    return (np.array(delta) ** 2).T @ np.array(x_data)
# unknown: leaves out the first row
import numpy as np


def weight_gradient(x_data, delta):
    return np.array(delta[1:]).T @ np.array(x_data[1:])
# mistake rows_are_one_list: copies a row without copying it
def weight_gradient(x_data, delta):
    result = [[0.0] * len(x_data[0])] * len(delta[0])
    for xs, ds in zip(x_data, delta):
        for i, d in enumerate(ds):
            for j, x in enumerate(xs):
                result[i][j] += d * x
    return result
