# correct: by the formula, in a loop
def two_steps(w, x, y, lr):
    after = []
    for _ in range(2):
        w = w - lr * 2 * (w * x - y) * x
        after.append(w)
    return after


# correct: by the formula, twice
def two_steps(w, x, y, lr):
    w1 = w - lr * 2 * x * (w * x - y)
    w2 = w1 - lr * 2 * x * (w1 * x - y)
    return w1, w2


# correct: with the optimizer itself
import torch


def two_steps(w, x, y, lr):
    w = torch.tensor([w], requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=lr)
    after = []
    for step in range(2):
        loss = (w * x - y) ** 2
        loss.backward()
        optimizer.step()
        optimizer.zero_grad()
        after.append(w.item())
    return after


# correct: with a layer, in float64, returning a tensor
import torch
from torch import nn


def two_steps(w, x, y, lr):
    layer = nn.Linear(1, 1, bias=False, dtype=torch.float64)
    nn.init.constant_(layer.weight, w)
    optimizer = torch.optim.SGD(layer.parameters(), lr=lr)
    after = []
    for step in range(2):
        optimizer.zero_grad()
        ((layer(torch.tensor([x], dtype=torch.float64)) - y) ** 2).sum().backward()
        optimizer.step()
        after.append(layer.weight.detach().clone().reshape(()))
    return torch.stack(after)


# correct: the distance from y / x shrinks by a factor
def two_steps(w, x, y, lr):
    goal, factor = y / x, 1 - 2 * lr * x**2
    return [goal + (w - goal) * factor**k for k in (1, 2)]


# correct: finite differences
def two_steps(w, x, y, lr):
    def g(v, h=1e-5):
        return (((v + h) * x - y) ** 2 - ((v - h) * x - y) ** 2) / (2 * h)

    first = w - lr * g(w)
    return [first, first - lr * g(first)]


# mistake no_zero_grad: forgets zero_grad
import torch


def two_steps(w, x, y, lr):
    w = torch.tensor([w], requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=lr)
    after = []
    for step in range(2):
        ((w * x - y) ** 2).backward()
        optimizer.step()
        after.append(w.item())
    return after


# mistake gradient_not_renewed: computes the gradient once
def two_steps(w, x, y, lr):
    g = 2 * (w * x - y) * x
    return [w - lr * g, w - lr * g - lr * g]


# mistake wrong_sign: adds
def two_steps(w, x, y, lr):
    after = []
    for _ in range(2):
        w = w + lr * 2 * (w * x - y) * x
        after.append(w)
    return after


# mistake missing_factor_2: forgets the 2
def two_steps(w, x, y, lr):
    after = []
    for _ in range(2):
        w = w - lr * (w * x - y) * x
        after.append(w)
    return after


# mistake missing_x_factor: forgets x
def two_steps(w, x, y, lr):
    after = []
    for _ in range(2):
        w = w - lr * 2 * (w * x - y)
        after.append(w)
    return after


# mistake whole_gradient_as_step: forgets lr
def two_steps(w, x, y, lr):
    after = []
    for _ in range(2):
        w = w - 2 * (w * x - y) * x
        after.append(w)
    return after


# mistake no_update: clears before it steps
import torch


def two_steps(w, x, y, lr):
    w = torch.tensor([w], requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=lr)
    after = []
    for step in range(2):
        ((w * x - y) ** 2).backward()
        optimizer.zero_grad()
        optimizer.step()
        after.append(w.item())
    return after


# mistake no_update: keeps the tensor twice, which is not the mistake that it looks like
import torch


def two_steps(w, x, y, lr):
    w = torch.tensor([w], requires_grad=True)
    after = []
    for step in range(2):
        ((w * x - y) ** 2).backward()
        after.append(w.item())
    return after


# mistake start_for_first_step: notes w before the step
def two_steps(w, x, y, lr):
    after = []
    for _ in range(2):
        after.append(w)
        w = w - lr * 2 * (w * x - y) * x
    return after


# mistake gradients_for_weights: returns the gradients
def two_steps(w, x, y, lr):
    found = []
    for _ in range(2):
        g = 2 * (w * x - y) * x
        w = w - lr * g
        found.append(g)
    return found


# mistake two_steps_for_weights: returns what is added
def two_steps(w, x, y, lr):
    found = []
    for _ in range(2):
        step = -lr * 2 * (w * x - y) * x
        w = w + step
        found.append(step)
    return found


# mistake reversed_order: the last one first
def two_steps(w, x, y, lr):
    first = w - lr * 2 * (w * x - y) * x
    return [first - lr * 2 * (first * x - y) * x, first]


# mistake hard_coded: the numbers of the lesson
def two_steps(w, x, y, lr):
    return [1.08, 1.1536]


# mistake ignores_argument: uses the lesson's lr
def two_steps(w, x, y, lr):
    lr = 0.01
    after = []
    for _ in range(2):
        w = w - lr * 2 * (w * x - y) * x
        after.append(w)
    return after


# mistake gives_none: prints
def two_steps(w, x, y, lr):
    for _ in range(2):
        w = w - lr * 2 * (w * x - y) * x
        print(w)


# unknown: returns the last weight twice
def two_steps(w, x, y, lr):
    for _ in range(2):
        w = w - lr * 2 * (w * x - y) * x
    return [w, w]


# unknown: one step more
def two_steps(w, x, y, lr):
    after = []
    for _ in range(3):
        w = w - lr * 2 * (w * x - y) * x
        after.append(w)
    return after
