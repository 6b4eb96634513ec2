# correct: as the lesson writes it
def first_gradients(x_data, y_data, w, lr):
    gradients = []
    for x, y in zip(x_data, y_data):
        gradient = 2 * x * (w * x - y)
        gradients.append(gradient)
        w = w - lr * gradient
    return gradients
# correct: with torch and clearing
import torch


def first_gradients(x_data, y_data, w, lr):
    w = torch.tensor([w], requires_grad=True)
    result = []
    for x, y in zip(x_data, y_data):
        loss = (w * x - y) ** 2
        loss.backward()
        result.append(w.grad.item())
        with torch.no_grad():
            w -= lr * w.grad
        w.grad.zero_()
    return result
# correct: with an optimizer, a new gradient tensor each time
import torch


def first_gradients(x_data, y_data, w, lr):
    w = torch.tensor(w, requires_grad=True)
    sgd = torch.optim.SGD([w], lr=lr)
    result = []
    for x, y in zip(x_data, y_data):
        sgd.zero_grad()
        ((y - w * x) ** 2).backward()
        result.append(w.grad)
        sgd.step()
    return result
# correct: by recursion, as a tuple
def first_gradients(x_data, y_data, w, lr):
    if not x_data:
        return ()
    gradient = 2 * x_data[0] * (w * x_data[0] - y_data[0])
    return (gradient, *first_gradients(x_data[1:], y_data[1:], w - lr * gradient, lr))
# correct: in float32 of numpy, by index
import numpy as np


def first_gradients(x_data, y_data, w, lr):
    gradients = np.zeros(len(x_data), dtype=np.float32)
    for i in range(len(x_data)):
        gradients[i] = 2 * (w * x_data[i] - y_data[i]) * x_data[i]
        w -= lr * gradients[i]
    return gradients
# correct: by finite differences
def first_gradients(x_data, y_data, w, lr):
    h, result = 1e-4, []
    for x, y in zip(x_data, y_data):
        slope = (((w + h) * x - y) ** 2 - ((w - h) * x - y) ** 2) / (2 * h)
        result.append(slope)
        w -= lr * slope
    return result
# mistake no_update: all gradients at the same w
def first_gradients(x_data, y_data, w, lr):
    return [2 * x * (w * x - y) for x, y in zip(x_data, y_data)]
# mistake wrong_sign: adds the step
def first_gradients(x_data, y_data, w, lr):
    gradients = []
    for x, y in zip(x_data, y_data):
        gradients.append(2 * x * (w * x - y))
        w = w + lr * gradients[-1]
    return gradients
# mistake no_zero_grad: forgets to clear
import torch


def first_gradients(x_data, y_data, w, lr):
    w = torch.tensor([w], requires_grad=True)
    result = []
    for x, y in zip(x_data, y_data):
        ((w * x - y) ** 2).backward()
        result.append(w.grad.item())
        with torch.no_grad():
            w -= lr * w.grad
    return result
# mistake zeros_kept: keeps w.grad itself, and clears it
import torch


def first_gradients(x_data, y_data, w, lr):
    w = torch.tensor([w], requires_grad=True)
    gradients = []
    for x, y in zip(x_data, y_data):
        ((w * x - y) ** 2).backward()
        gradients.append(w.grad)
        with torch.no_grad():
            w -= lr * w.grad
        w.grad.zero_()
    return gradients
# mistake missing_x_factor: forgets the inner derivative
def first_gradients(x_data, y_data, w, lr):
    gradients = []
    for x, y in zip(x_data, y_data):
        gradient = 2 * (w * x - y)
        gradients.append(gradient)
        w = w - lr * gradient
    return gradients
# mistake missing_factor_2: forgets the 2 of the square
def first_gradients(x_data, y_data, w, lr):
    gradients = []
    for x, y in zip(x_data, y_data):
        gradient = x * (w * x - y)
        gradients.append(gradient)
        w = w - lr * gradient
    return gradients
# mistake steps_for_gradients: keeps lr times the gradient
def first_gradients(x_data, y_data, w, lr):
    steps = []
    for x, y in zip(x_data, y_data):
        step = lr * 2 * x * (w * x - y)
        steps.append(step)
        w -= step
    return steps
# mistake weights_for_gradients: keeps the weights
def first_gradients(x_data, y_data, w, lr):
    result = []
    for x, y in zip(x_data, y_data):
        w = w - lr * 2 * x * (w * x - y)
        result.append(w)
    return result
# mistake losses_for_gradients: keeps the losses
def first_gradients(x_data, y_data, w, lr):
    result = []
    for x, y in zip(x_data, y_data):
        error = w * x - y
        result.append(error**2)
        w = w - lr * 2 * x * error
    return result
# mistake gradients_after_update: updates first
def first_gradients(x_data, y_data, w, lr):
    result = []
    for x, y in zip(x_data, y_data):
        w = w - lr * 2 * x * (w * x - y)
        result.append(2 * x * (w * x - y))
    return result
# mistake opposite_sign: keeps what is added to w, without lr
def first_gradients(x_data, y_data, w, lr):
    result = []
    for x, y in zip(x_data, y_data):
        down = -2 * x * (w * x - y)
        result.append(down)
        w = w + lr * down
    return result
# mistake reversed_order: puts each in front
def first_gradients(x_data, y_data, w, lr):
    result = []
    for x, y in zip(x_data, y_data):
        gradient = 2 * x * (w * x - y)
        result.insert(0, gradient)
        w = w - lr * gradient
    return result
# mistake ignores_argument: takes 0.01 for the learning rate
def first_gradients(x_data, y_data, w, lr):
    result = []
    for x, y in zip(x_data, y_data):
        result.append(2 * x * (w * x - y))
        w -= 0.01 * result[-1]
    return result
# mistake hard_coded: the lesson's numbers
def first_gradients(x_data, y_data, w, lr):
    return [-2.0, -7.84, -16.2288]
# unknown: returns the last one alone
def first_gradients(x_data, y_data, w, lr):
    for x, y in zip(x_data, y_data):
        gradient = 2 * x * (w * x - y)
        w = w - lr * gradient
    return gradient
# unknown: the square of x in the gradient
def first_gradients(x_data, y_data, w, lr):
    result = []
    for x, y in zip(x_data, y_data):
        result.append(2 * x * x * (w * x - y))
        w -= lr * result[-1]
    return result
