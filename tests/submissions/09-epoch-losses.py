# correct: as the lesson writes it
def epoch_losses(x_data, y_data, w1, w2, b, lr):
    for x, y in zip(x_data, y_data):
        error = w1 * x**2 + w2 * x + b - y
        logged = error**2
        w1 = w1 - lr * 2 * error * x**2
        w2 = w2 - lr * 2 * error * x
        b = b - lr * 2 * error
    total = 0.0
    for x, y in zip(x_data, y_data):
        total = total + (w1 * x**2 + w2 * x + b - y) ** 2
    return [logged, total / len(x_data)]
# correct: with torch, and no_grad for the second look
import torch


def epoch_losses(x_data, y_data, w1, w2, b, lr):
    w1, w2, b = (torch.tensor([each], requires_grad=True) for each in (w1, w2, b))
    for x, y in zip(x_data, y_data):
        loss = (w1 * x**2 + w2 * x + b - y) ** 2
        loss.backward()
        with torch.no_grad():
            for weight in (w1, w2, b):
                weight -= lr * weight.grad
                weight.grad.zero_()
    with torch.no_grad():
        losses = [(w1 * x**2 + w2 * x + b - y) ** 2 for x, y in zip(x_data, y_data)]
    return loss.item(), sum(losses).item() / len(losses)
# correct: with one vector of weights in numpy
import numpy as np


def epoch_losses(x_data, y_data, w1, w2, b, lr):
    rows = np.stack([np.square(x_data), x_data, np.ones(len(x_data))], axis=1)
    weights = np.array([w1, w2, b])
    for row, y in zip(rows, y_data):
        error = row @ weights - y
        weights = weights - lr * 2 * error * row
    return np.array([error**2, np.mean((rows @ weights - y_data) ** 2)])
# correct: with an optimizer and a batch for the mean
import torch


def epoch_losses(x_data, y_data, w1, w2, b, lr):
    weights = torch.tensor([w1, w2, b], requires_grad=True)
    sgd = torch.optim.SGD([weights], lr=lr)
    xs, ys = torch.tensor(x_data), torch.tensor(y_data)
    rows = torch.stack([xs**2, xs, torch.ones_like(xs)], dim=1)
    for row, y in zip(rows, ys):
        loss = (row @ weights - y) ** 2
        sgd.zero_grad()
        loss.backward()
        sgd.step()
    return [loss, ((rows @ weights - ys) ** 2).mean()]
# correct: with helper functions
def predicted(weights, x):
    return weights[0] * x * x + weights[1] * x + weights[2]


def epoch_losses(x_data, y_data, w1, w2, b, lr):
    weights, seen = [w1, w2, b], []
    for x, y in zip(x_data, y_data):
        error = predicted(weights, x) - y
        seen.append(error * error)
        weights = [w - 2 * lr * error * part for w, part in zip(weights, (x * x, x, 1))]
    squares = [(y - predicted(weights, x)) ** 2 for x, y in zip(x_data, y_data)]
    return [seen[-1], sum(squares) / len(squares)]
# mistake running_mean: the mean of the losses on the way
def epoch_losses(x_data, y_data, w1, w2, b, lr):
    total = 0.0
    for x, y in zip(x_data, y_data):
        error = w1 * x**2 + w2 * x + b - y
        total += error**2
        w1, w2, b = w1 - lr * 2 * error * x**2, w2 - lr * 2 * error * x, b - lr * 2 * error
    return [error**2, total / len(x_data)]
# mistake mean_before_epoch: takes the mean first
def epoch_losses(x_data, y_data, w1, w2, b, lr):
    mean = sum((w1 * x**2 + w2 * x + b - y) ** 2 for x, y in zip(x_data, y_data)) / len(x_data)
    for x, y in zip(x_data, y_data):
        error = w1 * x**2 + w2 * x + b - y
        w1, w2, b = w1 - lr * 2 * error * x**2, w2 - lr * 2 * error * x, b - lr * 2 * error
    return [error**2, mean]
# mistake loss_after_update: computes the last loss anew
def epoch_losses(x_data, y_data, w1, w2, b, lr):
    for x, y in zip(x_data, y_data):
        error = w1 * x**2 + w2 * x + b - y
        w1, w2, b = w1 - lr * 2 * error * x**2, w2 - lr * 2 * error * x, b - lr * 2 * error
    squares = [(w1 * x**2 + w2 * x + b - y) ** 2 for x, y in zip(x_data, y_data)]
    return [squares[-1], sum(squares) / len(squares)]
# mistake first_sample_loss: keeps the first loss
def epoch_losses(x_data, y_data, w1, w2, b, lr):
    seen = []
    for x, y in zip(x_data, y_data):
        error = w1 * x**2 + w2 * x + b - y
        seen.append(error**2)
        w1, w2, b = w1 - lr * 2 * error * x**2, w2 - lr * 2 * error * x, b - lr * 2 * error
    squares = [(w1 * x**2 + w2 * x + b - y) ** 2 for x, y in zip(x_data, y_data)]
    return [seen[0], sum(squares) / len(squares)]
# mistake sum_not_mean: does not divide
def epoch_losses(x_data, y_data, w1, w2, b, lr):
    for x, y in zip(x_data, y_data):
        error = w1 * x**2 + w2 * x + b - y
        w1, w2, b = w1 - lr * 2 * error * x**2, w2 - lr * 2 * error * x, b - lr * 2 * error
    return [error**2, sum((w1 * x**2 + w2 * x + b - y) ** 2 for x, y in zip(x_data, y_data))]
# mistake no_update: forgets the updates
def epoch_losses(x_data, y_data, w1, w2, b, lr):
    squares = [(w1 * x**2 + w2 * x + b - y) ** 2 for x, y in zip(x_data, y_data)]
    return [squares[-1], sum(squares) / len(squares)]
# mistake updated_too_early: computes the error anew for each weight
def epoch_losses(x_data, y_data, w1, w2, b, lr):
    for x, y in zip(x_data, y_data):
        logged = (w1 * x**2 + w2 * x + b - y) ** 2
        w1 = w1 - lr * 2 * (w1 * x**2 + w2 * x + b - y) * x**2
        w2 = w2 - lr * 2 * (w1 * x**2 + w2 * x + b - y) * x
        b = b - lr * 2 * (w1 * x**2 + w2 * x + b - y)
    squares = [(w1 * x**2 + w2 * x + b - y) ** 2 for x, y in zip(x_data, y_data)]
    return [logged, sum(squares) / len(squares)]
# mistake missing_factor_2: forgets the 2 of the square
def epoch_losses(x_data, y_data, w1, w2, b, lr):
    for x, y in zip(x_data, y_data):
        error = w1 * x**2 + w2 * x + b - y
        w1, w2, b = w1 - lr * error * x**2, w2 - lr * error * x, b - lr * error
    squares = [(w1 * x**2 + w2 * x + b - y) ** 2 for x, y in zip(x_data, y_data)]
    return [error**2, sum(squares) / len(squares)]
# mistake wrong_sign: adds the steps
def epoch_losses(x_data, y_data, w1, w2, b, lr):
    for x, y in zip(x_data, y_data):
        error = w1 * x**2 + w2 * x + b - y
        w1, w2, b = w1 + lr * 2 * error * x**2, w2 + lr * 2 * error * x, b + lr * 2 * error
    squares = [(w1 * x**2 + w2 * x + b - y) ** 2 for x, y in zip(x_data, y_data)]
    return [error**2, sum(squares) / len(squares)]
# mistake logged_alone: stops at the first of the two
def epoch_losses(x_data, y_data, w1, w2, b, lr):
    for x, y in zip(x_data, y_data):
        error = w1 * x**2 + w2 * x + b - y
        logged = error**2
        w1, w2, b = w1 - lr * 2 * error * x**2, w2 - lr * 2 * error * x, b - lr * 2 * error
    return logged
# mistake mean_alone: returns the second one
def epoch_losses(x_data, y_data, w1, w2, b, lr):
    for x, y in zip(x_data, y_data):
        error = w1 * x**2 + w2 * x + b - y
        w1, w2, b = w1 - lr * 2 * error * x**2, w2 - lr * 2 * error * x, b - lr * 2 * error
    losses = [(w1 * x**2 + w2 * x + b - y) ** 2 for x, y in zip(x_data, y_data)]
    return sum(losses) / len(losses)
# mistake last_sample_twice: looks at the last sample only
def epoch_losses(x_data, y_data, w1, w2, b, lr):
    for x, y in zip(x_data, y_data):
        error = w1 * x**2 + w2 * x + b - y
        w1, w2, b = w1 - lr * 2 * error * x**2, w2 - lr * 2 * error * x, b - lr * 2 * error
    return [error**2, (w1 * x**2 + w2 * x + b - y) ** 2]
# mistake reversed_order: the mean first
def epoch_losses(x_data, y_data, w1, w2, b, lr):
    for x, y in zip(x_data, y_data):
        error = w1 * x**2 + w2 * x + b - y
        w1, w2, b = w1 - lr * 2 * error * x**2, w2 - lr * 2 * error * x, b - lr * 2 * error
    squares = [(w1 * x**2 + w2 * x + b - y) ** 2 for x, y in zip(x_data, y_data)]
    return [sum(squares) / len(squares), error**2]
# mistake ignores_argument: takes 0.01 for the learning rate
def epoch_losses(x_data, y_data, w1, w2, b, lr):
    for x, y in zip(x_data, y_data):
        error = w1 * x**2 + w2 * x + b - y
        w1, w2, b = w1 - 0.02 * error * x**2, w2 - 0.02 * error * x, b - 0.02 * error
    squares = [(w1 * x**2 + w2 * x + b - y) ** 2 for x, y in zip(x_data, y_data)]
    return [error**2, sum(squares) / len(squares)]
# mistake mean_alone: the last of the two alone
def epoch_losses(x_data, y_data, w1, w2, b, lr):
    for x, y in zip(x_data, y_data):
        error = w1 * x**2 + w2 * x + b - y
        w1, w2, b = w1 - lr * 2 * error * x**2, w2 - lr * 2 * error * x, b - lr * 2 * error
    return sum((w1 * x**2 + w2 * x + b - y) ** 2 for x, y in zip(x_data, y_data)) / len(x_data)
# unknown: b is never updated
def epoch_losses(x_data, y_data, w1, w2, b, lr):
    for x, y in zip(x_data, y_data):
        error = w1 * x**2 + w2 * x + b - y
        w1, w2 = w1 - lr * 2 * error * x**2, w2 - lr * 2 * error * x
    squares = [(w1 * x**2 + w2 * x + b - y) ** 2 for x, y in zip(x_data, y_data)]
    return [error**2, sum(squares) / len(squares)]
