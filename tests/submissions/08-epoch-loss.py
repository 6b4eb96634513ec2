# correct: as the lesson writes it
def epoch_loss(x_data, y_data, w, lr):
    for x, y in zip(x_data, y_data):
        loss = (w * x - y) ** 2
        w = w - lr * 2 * x * (w * x - y)
    return loss
# correct: with torch
import torch


def epoch_loss(x_data, y_data, w, lr):
    w = torch.tensor([w], requires_grad=True)
    for x, y in zip(x_data, y_data):
        loss = (w * x - y) ** 2
        loss.backward()
        with torch.no_grad():
            w -= lr * w.grad
        w.grad = None
    return loss.item()
# correct: the tensor itself, with its graph
import torch


def epoch_loss(x_data, y_data, w, lr):
    w = torch.tensor(w, requires_grad=True)
    for x, y in zip(x_data, y_data):
        loss = (w * x - y) ** 2
        loss.backward()
        w.data -= lr * w.grad
        w.grad.zero_()
    return loss
# correct: updates for all but the last sample
def epoch_loss(x_data, y_data, w, lr):
    for i in range(len(x_data) - 1):
        w -= 2 * lr * x_data[i] * (w * x_data[i] - y_data[i])
    return (y_data[-1] - w * x_data[-1]) ** 2
# correct: keeps all losses in a numpy array
import numpy as np


def epoch_loss(x_data, y_data, w, lr):
    losses = np.empty(len(x_data))
    for i, (x, y) in enumerate(zip(x_data, y_data)):
        error = w * x - y
        losses[i] = error * error
        w = w - lr * 2 * error * x
    return losses[-1:]
# mistake loss_after_update: looks after the update
def epoch_loss(x_data, y_data, w, lr):
    for x, y in zip(x_data, y_data):
        w = w - lr * 2 * x * (w * x - y)
        loss = (w * x - y) ** 2
    return loss
# mistake every_samples_loss: returns the list
def epoch_loss(x_data, y_data, w, lr):
    losses = []
    for x, y in zip(x_data, y_data):
        error = w * x - y
        losses.append(error**2)
        w = w - lr * 2 * error * x
    return losses
# mistake first_sample_loss: returns inside the loop
def epoch_loss(x_data, y_data, w, lr):
    for x, y in zip(x_data, y_data):
        loss = (w * x - y) ** 2
        w = w - lr * 2 * x * (w * x - y)
        return loss
# mistake summed_loss: adds all up
def epoch_loss(x_data, y_data, w, lr):
    total = 0.0
    for x, y in zip(x_data, y_data):
        total += (w * x - y) ** 2
        w = w - lr * 2 * x * (w * x - y)
    return total
# mistake mean_loss: the mean of the epoch
def epoch_loss(x_data, y_data, w, lr):
    losses = []
    for x, y in zip(x_data, y_data):
        losses.append((w * x - y) ** 2)
        w = w - lr * 2 * x * (w * x - y)
    return sum(losses) / len(losses)
# mistake no_update: forgets the updates
def epoch_loss(x_data, y_data, w, lr):
    return (w * x_data[-1] - y_data[-1]) ** 2
# mistake wrong_sign: adds the step
def epoch_loss(x_data, y_data, w, lr):
    for x, y in zip(x_data, y_data):
        loss = (w * x - y) ** 2
        w = w + lr * 2 * x * (w * x - y)
    return loss
# mistake missing_factor_2: forgets the 2 of the square
def epoch_loss(x_data, y_data, w, lr):
    for x, y in zip(x_data, y_data):
        loss = (w * x - y) ** 2
        w = w - lr * x * (w * x - y)
    return loss
# mistake missing_x_factor: forgets the inner derivative
def epoch_loss(x_data, y_data, w, lr):
    for x, y in zip(x_data, y_data):
        loss = (w * x - y) ** 2
        w = w - lr * 2 * (w * x - y)
    return loss
# mistake no_zero_grad: forgets to clear
import torch


def epoch_loss(x_data, y_data, w, lr):
    w = torch.tensor([w], requires_grad=True)
    for x, y in zip(x_data, y_data):
        loss = (w * x - y) ** 2
        loss.backward()
        with torch.no_grad():
            w -= lr * w.grad
    return loss.item()
# mistake square_forgotten: returns the error
def epoch_loss(x_data, y_data, w, lr):
    for x, y in zip(x_data, y_data):
        error = w * x - y
        w = w - lr * 2 * x * error
    return error
# mistake halved_loss: half the squared error, in torch
import torch


def epoch_loss(x_data, y_data, w, lr):
    w = torch.tensor([w], requires_grad=True)
    for x, y in zip(x_data, y_data):
        loss = 0.5 * (w * x - y) ** 2
        loss.backward()
        with torch.no_grad():
            w -= lr * w.grad
        w.grad.zero_()
    return loss.item()
# mistake half_as_large: halves the number at the end
def epoch_loss(x_data, y_data, w, lr):
    for x, y in zip(x_data, y_data):
        loss = (w * x - y) ** 2
        w = w - lr * 2 * x * (w * x - y)
    return loss / 2
# mistake ignores_argument: takes 0.01 for the learning rate
def epoch_loss(x_data, y_data, w, lr):
    for x, y in zip(x_data, y_data):
        loss = (w * x - y) ** 2
        w = w - 0.01 * 2 * x * (w * x - y)
    return loss
# mistake gives_none: prints the loss
def epoch_loss(x_data, y_data, w, lr):
    for x, y in zip(x_data, y_data):
        loss = (w * x - y) ** 2
        w = w - lr * 2 * x * (w * x - y)
    print(loss)
# mistake every_samples_loss: all losses
def epoch_loss(x_data, y_data, w, lr):
    losses = []
    for x, y in zip(x_data, y_data):
        losses.append((w * x - y) ** 2)
        w = w - lr * 2 * x * (w * x - y)
    return losses
# unknown: the weight
def epoch_loss(x_data, y_data, w, lr):
    for x, y in zip(x_data, y_data):
        w = w - lr * 2 * x * (w * x - y)
    return w
