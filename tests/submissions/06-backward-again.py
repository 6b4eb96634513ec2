# correct: as the lesson writes it
import torch
def grad_after(w, x, y, times):
    w = torch.tensor([w], requires_grad=True)
    loss = (w * x - y) ** 2
    for _ in range(times):
        loss.backward(retain_graph=True)
    return w.grad.item()
# correct: by formula
def grad_after(w, x, y, times):
    return times * 2 * x * (w * x - y)
# correct: a new forward pass for each, which comes to the same; returns a tensor
import torch
def grad_after(w, x, y, times):
    w = torch.tensor(w, requires_grad=True)
    for _ in range(times):
        loss = (w * x - y) ** 2
        loss.backward()
    return w.grad
# correct: adds up what autograd.grad gives
import torch
def grad_after(w, x, y, times):
    w = torch.tensor([w], dtype=torch.float64, requires_grad=True)
    loss = (w * x - y) ** 2
    total = 0.0
    for _ in range(times):
        total += torch.autograd.grad(loss, w, retain_graph=True)[0].item()
    return total
# correct: the last pass needs no retain_graph; gradient= as a factor
import torch
def grad_after(w, x, y, times):
    w = torch.tensor([w], requires_grad=True)
    loss = (w * x - y) ** 2
    for i in range(times):
        loss.backward(gradient=torch.tensor([1.0]), retain_graph=i + 1 < times)
    return [w.grad.item()]
# correct: by a nudge of the loss, times the number of passes
def grad_after(w, x, y, times):
    h = 1e-5
    return times * (((w + h) * x - y) ** 2 - ((w - h) * x - y) ** 2) / (2 * h)
# mistake last_pass_only: clears before each pass
import torch
def grad_after(w, x, y, times):
    w = torch.tensor([w], requires_grad=True)
    loss = (w * x - y) ** 2
    for _ in range(times):
        w.grad = None
        loss.backward(retain_graph=True)
    return w.grad.item()
# mistake doubles_each_time: takes adding for doubling
def grad_after(w, x, y, times):
    gradient = 2 * x * (w * x - y)
    for _ in range(times - 1):
        gradient = gradient + gradient
    return gradient
# mistake one_pass_missing: counts from 1
import torch
def grad_after(w, x, y, times):
    w = torch.tensor([w], requires_grad=True)
    loss = (w * x - y) ** 2
    w.grad = torch.zeros(1)
    for _ in range(1, times):
        loss.backward(retain_graph=True)
    return w.grad.item()
# mistake one_pass_too_many: one before the loop
import torch
def grad_after(w, x, y, times):
    w = torch.tensor([w], requires_grad=True)
    loss = (w * x - y) ** 2
    loss.backward(retain_graph=True)
    for _ in range(times):
        loss.backward(retain_graph=True)
    return w.grad.item()
# mistake gives_losses: adds up the losses
def grad_after(w, x, y, times):
    return times * (w * x - y) ** 2
# mistake missing_x_factor: by hand, without the x
def grad_after(w, x, y, times):
    return times * 2 * (w * x - y)
# mistake gradient_of_x: x is what requires grad
import torch
def grad_after(w, x, y, times):
    x = torch.tensor([x], requires_grad=True)
    loss = (w * x - y) ** 2
    for _ in range(times):
        loss.backward(retain_graph=True)
    return x.grad.item()
# mistake opposite_sign: target minus prediction, and the inner derivative x
def grad_after(w, x, y, times):
    return times * 2 * x * (y - w * x)
# mistake half_as_large: by hand, without the 2
def grad_after(w, x, y, times):
    return times * x * (w * x - y)
# mistake hard_coded: the example
def grad_after(w, x, y, times):
    return -16.0
# mistake gives_none: the grad is filled, and nothing returned
import torch
def grad_after(w, x, y, times):
    w = torch.tensor([w], requires_grad=True)
    loss = (w * x - y) ** 2
    for _ in range(times):
        loss.backward(retain_graph=True)
# mistake not_retained: retain_graph is left out
import torch
def grad_after(w, x, y, times):
    w = torch.tensor([w], requires_grad=True)
    loss = (w * x - y) ** 2
    for _ in range(times):
        loss.backward()
    return w.grad.item()
# mistake zeroed_between: clears after each pass, as in a training step
import torch
def grad_after(w, x, y, times):
    w = torch.tensor([w], requires_grad=True)
    loss = (w * x - y) ** 2
    for _ in range(times):
        loss.backward(retain_graph=True)
        w.grad.zero_()
    return w.grad.item()
# mistake not_called: backward without parentheses, and the grad itself comes back
import torch
def grad_after(w, x, y, times):
    w = torch.tensor([w], requires_grad=True)
    loss = (w * x - y) ** 2
    for _ in range(times):
        loss.backward
    return w.grad
# mistake gives_data: returns the weight
import torch
def grad_after(w, x, y, times):
    w = torch.tensor([w], requires_grad=True)
    loss = (w * x - y) ** 2
    for _ in range(times):
        loss.backward(retain_graph=True)
    return w.item()
# mistake from_prediction: forgets the square
import torch
def grad_after(w, x, y, times):
    w = torch.tensor([w], requires_grad=True)
    loss = w * x - y
    for _ in range(times):
        loss.backward(retain_graph=True)
    return w.grad.item()
# mistake gradients_multiplied: multiplies where it should add
def grad_after(w, x, y, times):
    total = 1.0
    for _ in range(times):
        total *= 2 * x * (w * x - y)
    return total
# unknown: updates the weight in between, by hand
def grad_after(w, x, y, times):
    total = 0.0
    for _ in range(times):
        gradient = 2 * x * (w * x - y)
        total += gradient
        w = w - 0.1 * gradient
    return total
# unknown: divides by the number of passes twice
def grad_after(w, x, y, times):
    return 2 * x * (w * x - y) / times
