# correct: as the lesson writes it
import torch
def two_updates(w, x, y, lr):
    w = torch.tensor([w], requires_grad=True)
    weights = []
    for step in range(2):
        loss = (w * x - y) ** 2
        loss.backward()
        with torch.no_grad():
            w -= lr * w.grad
        w.grad.zero_()
        weights.append(w.item())
    return weights
# correct: the formula of the gradient, no torch
def two_updates(w, x, y, lr):
    first = w - lr * 2 * x * (w * x - y)
    second = first - lr * 2 * x * (first * x - y)
    return first, second
# correct: written out twice with .data and grad set to None
import torch
def two_updates(w, x, y, lr):
    w = torch.tensor(w, requires_grad=True)
    ((w * x - y) ** 2).backward()
    w.data -= lr * w.grad
    first = w.item()
    w.grad = None
    ((w * x - y) ** 2).backward()
    w.data -= lr * w.grad
    return [first, w.item()]
# correct: an optimizer, cleared at the start of the step
import torch
def two_updates(w, x, y, lr):
    w = torch.nn.Parameter(torch.tensor([w], dtype=torch.float64))
    optimizer = torch.optim.SGD([w], lr=lr)
    kept = []
    for _ in range(2):
        optimizer.zero_grad()
        loss = ((w * x - y) ** 2).sum()
        loss.backward()
        optimizer.step()
        kept.append(w.detach().clone())
    return kept
# correct: a new leaf for each step
import torch
def two_updates(w, x, y, lr):
    weights = []
    for _ in range(2):
        leaf = torch.tensor([w], requires_grad=True)
        ((leaf * x - y) ** 2).backward()
        w = w - lr * leaf.grad.item()
        weights.append(w)
    return weights
# correct: the solution of the recursion, in numpy
import numpy as np
def two_updates(w, x, y, lr):
    shrink = (1 - 2 * lr * x * x) ** np.array([1, 2])
    return y / x + (w - y / x) * shrink
# correct: autograd.grad needs no clearing
import torch
def two_updates(w, x, y, lr):
    w = torch.tensor([w], requires_grad=True)
    out = []
    for _ in range(2):
        (grad,) = torch.autograd.grad((w * x - y) ** 2, w)
        w = (w - lr * grad).detach().requires_grad_()
        out.append(float(w))
    return out
# mistake no_zero_grad: the clearing is left out
import torch
def two_updates(w, x, y, lr):
    w = torch.tensor([w], requires_grad=True)
    weights = []
    for step in range(2):
        loss = (w * x - y) ** 2
        loss.backward()
        with torch.no_grad():
            w -= lr * w.grad
        weights.append(w.item())
    return weights
# mistake first_gradient_twice: one backward, two updates
import torch
def two_updates(w, x, y, lr):
    w = torch.tensor([w], requires_grad=True)
    weights = []
    loss = (w * x - y) ** 2
    loss.backward()
    for step in range(2):
        with torch.no_grad():
            w -= lr * w.grad
        weights.append(w.item())
    return weights
# mistake wrong_sign: plus for minus
import torch
def two_updates(w, x, y, lr):
    w = torch.tensor([w], requires_grad=True)
    weights = []
    for step in range(2):
        loss = (w * x - y) ** 2
        loss.backward()
        with torch.no_grad():
            w += lr * w.grad
        w.grad.zero_()
        weights.append(w.item())
    return weights
# mistake step_without_rate: subtracts the gradient itself
import torch
def two_updates(w, x, y, lr):
    w = torch.tensor([w], requires_grad=True)
    weights = []
    for step in range(2):
        loss = (w * x - y) ** 2
        loss.backward()
        with torch.no_grad():
            w -= w.grad
        w.grad.zero_()
        weights.append(w.item())
    return weights
# mistake missing_factor_2: by hand, without the 2
def two_updates(w, x, y, lr):
    first = w - lr * x * (w * x - y)
    second = first - lr * x * (first * x - y)
    return [first, second]
# mistake missing_x_factor: by hand, without the x
def two_updates(w, x, y, lr):
    first = w - lr * 2 * (w * x - y)
    second = first - lr * 2 * (first * x - y)
    return [first, second]
# mistake step_for_weight: equals and minus have changed places
def two_updates(w, x, y, lr):
    weights = []
    for _ in range(2):
        gradient = 2 * x * (w * x - y)
        w = - lr * gradient
        weights.append(w)
    return weights
# mistake no_update: updates a copy
import torch
def two_updates(w, x, y, lr):
    w = torch.tensor([w], requires_grad=True)
    weights = []
    for step in range(2):
        loss = (w * x - y) ** 2
        loss.backward()
        with torch.no_grad():
            new_w = w - lr * w.grad
        w.grad.zero_()
        weights.append(w.item())
    return weights
# mistake no_update: clears before the update
import torch
def two_updates(w, x, y, lr):
    w = torch.tensor([w], requires_grad=True)
    weights = []
    for step in range(2):
        loss = (w * x - y) ** 2
        loss.backward()
        w.grad.zero_()
        with torch.no_grad():
            w -= lr * w.grad
        weights.append(w.item())
    return weights
# mistake one_update_only: notes the same weight twice
import torch
def two_updates(w, x, y, lr):
    w = torch.tensor([w], requires_grad=True)
    loss = (w * x - y) ** 2
    loss.backward()
    with torch.no_grad():
        w -= lr * w.grad
    return [w.item(), w.item()]
# mistake weights_before_update: notes the weight at the start of each step
import torch
def two_updates(w, x, y, lr):
    w = torch.tensor([w], requires_grad=True)
    weights = []
    for step in range(2):
        weights.append(w.item())
        loss = (w * x - y) ** 2
        loss.backward()
        with torch.no_grad():
            w -= lr * w.grad
        w.grad.zero_()
    return weights
# mistake gives_gradients: notes w.grad
import torch
def two_updates(w, x, y, lr):
    w = torch.tensor([w], requires_grad=True)
    grads = []
    for step in range(2):
        loss = (w * x - y) ** 2
        loss.backward()
        grads.append(w.grad.item())
        with torch.no_grad():
            w -= lr * w.grad
        w.grad.zero_()
    return grads
# mistake reversed_order: the second one first
def two_updates(w, x, y, lr):
    first = w - lr * 2 * x * (w * x - y)
    second = first - lr * 2 * x * (first * x - y)
    return [second, first]
# mistake hard_coded: the example's numbers
def two_updates(w, x, y, lr):
    return [2.6, 2.92]
# mistake ignores_argument: a learning rate of its own
def two_updates(w, x, y, lr):
    lr = 0.1
    first = w - lr * 2 * x * (w * x - y)
    second = first - lr * 2 * x * (first * x - y)
    return [first, second]
# mistake gives_none: no return
def two_updates(w, x, y, lr):
    first = w - lr * 2 * x * (w * x - y)
    second = first - lr * 2 * x * (first * x - y)
# mistake inplace_leaf: the update stands outside no_grad
import torch
def two_updates(w, x, y, lr):
    w = torch.tensor([w], requires_grad=True)
    weights = []
    for step in range(2):
        loss = (w * x - y) ** 2
        loss.backward()
        w -= lr * w.grad
        w.grad.zero_()
        weights.append(w.item())
    return weights
# mistake lost_leaf: a new tensor takes the leaf's place
import torch
def two_updates(w, x, y, lr):
    w = torch.tensor([w], requires_grad=True)
    weights = []
    for step in range(2):
        loss = (w * x - y) ** 2
        loss.backward()
        with torch.no_grad():
            w = w - lr * w.grad
        weights.append(w.item())
    return weights
# mistake same_tensor_kept: keeps the tensor itself
import torch
def two_updates(w, x, y, lr):
    w = torch.tensor([w], requires_grad=True)
    weights = []
    for step in range(2):
        loss = (w * x - y) ** 2
        loss.backward()
        with torch.no_grad():
            w -= lr * w.grad
        w.grad.zero_()
        weights.append(w)
    return weights
# mistake same_tensor_kept: takes .data, which shares its numbers
import torch
def two_updates(w, x, y, lr):
    w = torch.tensor([w], requires_grad=True)
    weights = []
    for step in range(2):
        loss = (w * x - y) ** 2
        loss.backward()
        with torch.no_grad():
            w -= lr * w.grad
        w.grad.zero_()
        weights.append(w.data)
    return weights
# mistake from_prediction: forgets the square
import torch
def two_updates(w, x, y, lr):
    w = torch.tensor([w], requires_grad=True)
    weights = []
    for step in range(2):
        loss = w * x - y
        loss.backward()
        with torch.no_grad():
            w -= lr * w.grad
        w.grad.zero_()
        weights.append(w.item())
    return weights
# mistake start_included: begins the list with the start
import torch
def two_updates(w, x, y, lr):
    w = torch.tensor([w], requires_grad=True)
    weights = [w.item()]
    for step in range(2):
        loss = (w * x - y) ** 2
        loss.backward()
        with torch.no_grad():
            w -= lr * w.grad
        w.grad.zero_()
        weights.append(w.item())
    return weights
# mistake losses_for_weights: keeps the losses
import torch
def two_updates(w, x, y, lr):
    w = torch.tensor([w], requires_grad=True)
    weights = []
    for step in range(2):
        loss = (w * x - y) ** 2
        loss.backward()
        with torch.no_grad():
            w -= lr * w.grad
        w.grad.zero_()
        weights.append(loss.item())
    return weights
# mistake not_called: backward without parentheses
import torch
def two_updates(w, x, y, lr):
    w = torch.tensor([w], requires_grad=True)
    weights = []
    for step in range(2):
        loss = (w * x - y) ** 2
        loss.backward
        with torch.no_grad():
            w -= lr * w.grad
        w.grad.zero_()
        weights.append(w.item())
    return weights
# mistake last_weight_only: the weight after the second step only
def two_updates(w, x, y, lr):
    first = w - lr * 2 * x * (w * x - y)
    return first - lr * 2 * x * (first * x - y)
# unknown: the second step has twice the rate
def two_updates(w, x, y, lr):
    first = w - lr * 2 * x * (w * x - y)
    second = first - 2 * lr * 2 * x * (first * x - y)
    return [first, second]
# unknown: the weight in the middle between the two steps, twice
def two_updates(w, x, y, lr):
    first = w - lr * 2 * x * (w * x - y)
    second = first - lr * 2 * x * (first * x - y)
    return [(first + second) / 2, (first + second) / 2]
