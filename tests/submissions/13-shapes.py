# correct: as the lesson writes it
def shapes(n, d, h, m):
    return [[n, h], [n, m], [h, d], [h], [n, h]]
# correct: as tuples
def shapes(n, d, h, m):
    return (n, h), (n, m), (h, d), (h,), (n, h)
# correct: makes the tensors and asks them
import torch


def shapes(n, d, h, m):
    X, W1, b1 = torch.ones(n, d), torch.ones(h, d), torch.ones(h)
    H = torch.tanh(X @ W1.T + b1)
    Y = H @ torch.ones(m, h).T + torch.ones(m)
    return [list(t.shape) for t in (X @ W1.T + b1, Y, W1, b1, H)]
# correct: lets autograd make the gradients and asks those
import torch


def shapes(n, d, h, m):
    X = torch.randn(n, d)
    W1 = torch.randn(h, d, requires_grad=True)
    b1 = torch.randn(h, requires_grad=True)
    Z1 = X @ W1.T + b1
    H = torch.tanh(Z1)
    H.retain_grad()
    Y = H @ torch.randn(m, h).T + torch.randn(m)
    Y.sum().backward()
    return [Z1.shape, Y.shape, W1.grad.shape, b1.grad.shape, H.grad.shape]
# correct: arrays of numpy in a list
import numpy as np


def shapes(n, d, h, m):
    hidden = np.array([n, h])
    return [hidden, np.array([n, m]), np.array([h, d]), np.array([h]), hidden]
# correct: with names on the way
def shapes(n, d, h, m):
    z1 = [n, h]
    w1 = [h, d]
    result = []
    for shape in (z1, [n, m], w1, w1[:1], z1):
        result.append(list(shape))
    return result
# mistake inputs_first: writes W1 as X @ W1 would have it
def shapes(n, d, h, m):
    return [[n, h], [n, m], [d, h], [h], [n, h]]
# mistake samples_in_columns: puts the samples into columns
def shapes(n, d, h, m):
    return [[h, n], [m, n], [h, d], [h], [h, n]]
# mistake bias_for_each_row: forgets that b1 was stretched
def shapes(n, d, h, m):
    return [[n, h], [n, m], [h, d], [n, h], [n, h]]
# mistake bias_as_matrix: gives b1 a row of its own
def shapes(n, d, h, m):
    return [[n, h], [n, m], [h, d], [1, h], [n, h]]
# mistake rows_forgotten: thinks of one sample
def shapes(n, d, h, m):
    return [[h], [m], [h, d], [h], [h]]
# mistake rows_in_weights: keeps a gradient of W1 for each sample
def shapes(n, d, h, m):
    return [[n, h], [n, m], [n, h, d], [h], [n, h]]
# mistake other_layer: gives W1 the shape of W2
def shapes(n, d, h, m):
    return [[n, h], [n, m], [m, h], [h], [n, h]]
# mistake shape_of_input: gives the gradient of H the shape of X
def shapes(n, d, h, m):
    return [[n, h], [n, m], [h, d], [h], [n, d]]
# mistake shape_of_output: gives the gradient of H the shape of the output
def shapes(n, d, h, m):
    return [[n, h], [n, m], [h, d], [h], [n, m]]
# mistake reversed_order: begins at the end
def shapes(n, d, h, m):
    return [[n, h], [h], [h, d], [n, m], [n, h]]
# mistake one_too_many: counts the bias as one more
def shapes(n, d, h, m):
    n, d, h, m = n + 1, d + 1, h + 1, m + 1
    return [[n, h], [n, m], [h, d], [h], [n, h]]
# mistake hard_coded: for the sizes of the text
def shapes(n, d, h, m):
    return [[5, 4], [5, 2], [4, 3], [4], [5, 4]]
# mistake gives_none: prints
def shapes(n, d, h, m):
    print([[n, h], [n, m], [h, d], [h], [n, h]])
# unknown: gives counts instead of shapes
def shapes(n, d, h, m):
    return [n * h, n * m, h * d, h, n * h]
# unknown: mixes up hidden units and outputs everywhere
def shapes(n, d, h, m):
    return [[n, m], [n, h], [m, d], [m], [n, m]]
# mistake z1_like_x: thinks that a layer keeps the shape
def shapes(n, d, h, m):
    return [[n, d], [n, m], [h, d], [h], [n, h]]
# mistake y_pred_like_h: forgets the second layer
def shapes(n, d, h, m):
    return [[n, h], [n, h], [h, d], [h], [n, h]]
# mistake y_pred_like_w2: keeps the inner size
def shapes(n, d, h, m):
    return [[n, h], [h, m], [h, d], [h], [n, h]]
# mistake shapes_of_jacobians: a derivative of each output by each number
def shapes(n, d, h, m):
    output = [n, m]
    return [[n, h], output, output + [h, d], output + [h], output + [n, h]]
