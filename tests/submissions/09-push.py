# correct: as the lesson writes it
def push(x, y, other, w1, w2, b, lr):
    step = -lr * 2 * (w1 * x**2 + w2 * x + b - y)
    return step * (x**2 * other**2 + x * other + 1)
# correct: new prediction minus old one
def push(x, y, other, w1, w2, b, lr):
    old = w1 * other**2 + w2 * other + b
    outer = 2 * (w1 * x**2 + w2 * x + b - y)
    w1, w2, b = w1 - lr * outer * x**2, w2 - lr * outer * x, b - lr * outer
    return w1 * other**2 + w2 * other + b - old
# correct: with torch
import torch


def push(x, y, other, w1, w2, b, lr):
    w1, w2, b = (torch.tensor([each], requires_grad=True) for each in (w1, w2, b))

    def forward(x):
        return w1 * x**2 + w2 * x + b

    before = forward(other).item()
    ((forward(x) - y) ** 2).backward()
    with torch.no_grad():
        for weight in (w1, w2, b):
            weight -= lr * weight.grad
    return forward(other).item() - before
# correct: as the product of two vectors
import numpy as np


def push(x, y, other, w1, w2, b, lr):
    here, there = np.array([x * x, x, 1]), np.array([other * other, other, 1])
    return np.dot(there, -lr * 2 * (here @ [w1, w2, b] - y) * here)
# correct: sums up what each weight moves, by a helper
def prediction(x, weights):
    return sum(weight * x**power for weight, power in zip(weights, (2, 1, 0)))


def push(x, y, other, w1, w2, b, lr):
    error = prediction(x, (w1, w2, b)) - y
    moves = [-lr * 2 * error * x**power for power in (2, 1, 0)]
    return prediction(other, moves)
# mistake push_without_rate: no learning rate
def push(x, y, other, w1, w2, b, lr):
    outer = 2 * (w1 * x**2 + w2 * x + b - y)
    return -outer * (x**2 * other**2 + x * other + 1)
# mistake own_place: looks at x itself
def push(x, y, other, w1, w2, b, lr):
    old = w1 * x**2 + w2 * x + b
    outer = 2 * (old - y)
    w1, w2, b = w1 - lr * outer * x**2, w2 - lr * outer * x, b - lr * outer
    return w1 * x**2 + w2 * x + b - old
# mistake gradient_at_other: updates for the other place
def push(x, y, other, w1, w2, b, lr):
    old = w1 * other**2 + w2 * other + b
    outer = 2 * (old - y)
    w1, w2, b = w1 - lr * outer * other**2, w2 - lr * outer * other, b - lr * outer
    return w1 * other**2 + w2 * other + b - old
# mistake new_prediction: does not subtract the old one
def push(x, y, other, w1, w2, b, lr):
    outer = 2 * (w1 * x**2 + w2 * x + b - y)
    w1, w2, b = w1 - lr * outer * x**2, w2 - lr * outer * x, b - lr * outer
    return w1 * other**2 + w2 * other + b
# mistake old_at_own_place: subtracts the old prediction at x
def push(x, y, other, w1, w2, b, lr):
    old = w1 * x**2 + w2 * x + b
    step = lr * 2 * (old - y)
    w1, w2, b = w1 - step * x**2, w2 - step * x, b - step
    return w1 * other**2 + w2 * other + b - old
# mistake bias_stays: b is not updated
def push(x, y, other, w1, w2, b, lr):
    step = -lr * 2 * (w1 * x**2 + w2 * x + b - y)
    return step * (x**2 * other**2 + x * other)
# mistake local_gradients_lost: the same step for all weights
def push(x, y, other, w1, w2, b, lr):
    step = -lr * 2 * (w1 * x**2 + w2 * x + b - y)
    return step * other**2 + step * other + step
# mistake one_weight_moves: updates w1 alone
def push(x, y, other, w1, w2, b, lr):
    new = w1 - lr * 2 * (w1 * x**2 + w2 * x + b - y) * x**2
    return (new - w1) * other**2
# mistake opposite_sign: old minus new
def push(x, y, other, w1, w2, b, lr):
    step = lr * 2 * (w1 * x**2 + w2 * x + b - y)
    return step * (x**2 * other**2 + x * other + 1)
# mistake half_as_large: forgets the 2 of the square
def push(x, y, other, w1, w2, b, lr):
    step = -lr * (w1 * x**2 + w2 * x + b - y)
    return step * (x**2 * other**2 + x * other + 1)
# mistake ignores_argument: always looks at 3
def push(x, y, other, w1, w2, b, lr):
    step = -lr * 2 * (w1 * x**2 + w2 * x + b - y)
    return step * (x**2 * 9 + x * 3 + 1)
# unknown: the three moves one by one
def push(x, y, other, w1, w2, b, lr):
    step = -lr * 2 * (w1 * x**2 + w2 * x + b - y)
    return [step * x**2 * other**2, step * x * other, step]
# unknown: adds the inputs up before multiplying
def push(x, y, other, w1, w2, b, lr):
    step = -lr * 2 * (w1 * x**2 + w2 * x + b - y)
    return step * (x + other + 1)
