# correct: as the lesson writes it
import torch


def in_grad(x_data, y_data, w):
    w = torch.tensor([w], requires_grad=True)
    numbers = []
    for x, y in zip(x_data, y_data):
        loss = (w * x - y) ** 2
        loss.backward()
        numbers.append(w.grad.item())
    return numbers
# correct: by formula, with a running sum
def in_grad(x_data, y_data, w):
    total = 0
    result = []
    for i in range(len(x_data)):
        total += 2 * x_data[i] * (w * x_data[i] - y_data[i])
        result += [total]
    return tuple(result)
# correct: with numpy's cumulative sum
import numpy as np


def in_grad(x_data, y_data, w):
    x, y = np.array(x_data), np.array(y_data)
    return np.cumsum(2 * x * (w * x - y))
# correct: keeps copies of the gradient, as tensors of one element
import torch


def in_grad(x_data, y_data, w):
    w = torch.tensor(w, requires_grad=True)
    kept = []
    for x, y in zip(x_data, y_data):
        ((y - w * x) ** 2).backward()
        kept.append(w.grad.clone())
    return kept
# correct: adds up the losses, and differentiates each sum anew
import torch


def in_grad(x_data, y_data, w):
    result = []
    for n in range(1, len(x_data) + 1):
        weight = torch.tensor([w], dtype=torch.float64, requires_grad=True)
        x, y = torch.tensor(x_data[:n]), torch.tensor(y_data[:n])
        ((weight * x - y) ** 2).sum().backward()
        result.append(float(weight.grad))
    return result
# correct: by finite differences of the summed loss
def in_grad(x_data, y_data, w):
    def loss(w, n):
        return sum((w * x - y) ** 2 for x, y in zip(x_data[:n], y_data[:n]))

    h = 1e-4
    return [(loss(w + h, n + 1) - loss(w - h, n + 1)) / (2 * h) for n in range(len(x_data))]
# mistake own_gradients: clears after each sample
import torch


def in_grad(x_data, y_data, w):
    w = torch.tensor([w], requires_grad=True)
    numbers = []
    for x, y in zip(x_data, y_data):
        loss = (w * x - y) ** 2
        loss.backward()
        numbers.append(w.grad.item())
        w.grad.zero_()
    return numbers
# mistake same_tensor_kept: appends w.grad itself
import torch


def in_grad(x_data, y_data, w):
    w = torch.tensor([w], requires_grad=True)
    numbers = []
    for x, y in zip(x_data, y_data):
        ((w * x - y) ** 2).backward()
        numbers.append(w.grad)
    return numbers
# mistake added_twice: adds up what is a sum already
import torch


def in_grad(x_data, y_data, w):
    w = torch.tensor([w], requires_grad=True)
    numbers, total = [], 0.0
    for x, y in zip(x_data, y_data):
        ((w * x - y) ** 2).backward()
        total += w.grad.item()
        numbers.append(total)
    return numbers
# mistake means_so_far: divides by the samples seen
def in_grad(x_data, y_data, w):
    total, result = 0.0, []
    for n, (x, y) in enumerate(zip(x_data, y_data), start=1):
        total += 2 * x * (w * x - y)
        result.append(total / n)
    return result
# mistake losses_added: adds up the losses
def in_grad(x_data, y_data, w):
    total, result = 0.0, []
    for x, y in zip(x_data, y_data):
        total += (w * x - y) ** 2
        result.append(total)
    return result
# mistake missing_x_factor: forgets the inner derivative
def in_grad(x_data, y_data, w):
    total, result = 0.0, []
    for x, y in zip(x_data, y_data):
        total += 2 * (w * x - y)
        result.append(total)
    return result
# mistake half_as_large: forgets the 2 of the square
def in_grad(x_data, y_data, w):
    total, result = 0.0, []
    for x, y in zip(x_data, y_data):
        total += x * (w * x - y)
        result.append(total)
    return result
# mistake opposite_sign: takes target minus prediction
def in_grad(x_data, y_data, w):
    total, result = 0.0, []
    for x, y in zip(x_data, y_data):
        total += 2 * x * (y - w * x)
        result.append(total)
    return result
# mistake ignores_argument: begins at 1, whatever w is
import torch


def in_grad(x_data, y_data, w):
    w = torch.tensor([1.0], requires_grad=True)
    numbers = []
    for x, y in zip(x_data, y_data):
        ((w * x - y) ** 2).backward()
        numbers.append(w.grad.item())
    return numbers
# mistake hard_coded: the three numbers of the lesson
def in_grad(x_data, y_data, w):
    return [-2.0, -10.0, -28.0]
# mistake gives_none: prints instead of returning
import torch


def in_grad(x_data, y_data, w):
    w = torch.tensor([w], requires_grad=True)
    for x, y in zip(x_data, y_data):
        ((w * x - y) ** 2).backward()
        print(w.grad.item())
# mistake last_sum_alone: takes the number when the loop is over
import torch


def in_grad(x_data, y_data, w):
    w = torch.tensor([w], requires_grad=True)
    for x, y in zip(x_data, y_data):
        ((w * x - y) ** 2).backward()
    return w.grad.item()
# unknown: updates in between
import torch


def in_grad(x_data, y_data, w):
    w = torch.tensor([w], requires_grad=True)
    numbers = []
    for x, y in zip(x_data, y_data):
        ((w * x - y) ** 2).backward()
        numbers.append(w.grad.item())
        with torch.no_grad():
            w -= 0.01 * w.grad
    return numbers
# unknown: the largest loss so far
def in_grad(x_data, y_data, w):
    losses = [(w * x - y) ** 2 for x, y in zip(x_data, y_data)]
    return [max(losses[: i + 1]) for i in range(len(losses))]
