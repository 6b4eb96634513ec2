# correct: as the lesson writes it
import torch
def bent(x, w):
    y_pred = w * x
    if y_pred > 0:
        return y_pred**2
    return -3.0 * y_pred
def branch_grads(w, x_data):
    w = torch.tensor([w], requires_grad=True)
    grads = []
    for x in x_data:
        bent(x, w).backward()
        grads.append(w.grad.item())
        w.grad.zero_()
    return grads
# correct: both derivatives on paper
def branch_grads(w, x_data):
    return [2 * w * x * x if w * x > 0 else -3 * x for x in x_data]
# correct: all samples at once, with torch.where
import torch
def branch_grads(w, x_data):
    x = torch.tensor(x_data)
    weights = torch.full_like(x, w).requires_grad_()
    y_pred = weights * x
    torch.where(y_pred > 0, y_pred**2, -3 * y_pred).sum().backward()
    return weights.grad
# correct: numpy
import numpy as np
def branch_grads(w, x_data):
    x = np.array(x_data)
    return np.where(w * x > 0, 2 * w * x**2, -3 * x)
# correct: a new leaf for each sample, a tuple of tensors
import torch
def branch_grads(w, x_data):
    grads = []
    for x in x_data:
        leaf = torch.tensor(w, requires_grad=True)
        y_pred = leaf * x
        loss = y_pred * y_pred if y_pred.item() > 0 else y_pred * -3
        loss.backward()
        grads.append(leaf.grad)
    return tuple(grads)
# correct: by a nudge
def branch_grads(w, x_data):
    def loss(w, x):
        y_pred = w * x
        return y_pred**2 if y_pred > 0 else -3 * y_pred
    h = 1e-6
    return [(loss(w + h, x) - loss(w - h, x)) / (2 * h) for x in x_data]
# correct: autograd.grad
import torch
def branch_grads(w, x_data):
    w = torch.tensor([w], dtype=torch.float64, requires_grad=True)
    out = []
    for x in x_data:
        y_pred = w * x
        if y_pred <= 0:
            loss = -3.0 * y_pred
        else:
            loss = y_pred**2
        out += torch.autograd.grad(loss, w)
    return out
# mistake grads_pile_up: never cleared
import torch
def branch_grads(w, x_data):
    w = torch.tensor([w], requires_grad=True)
    grads = []
    for x in x_data:
        y_pred = w * x
        loss = y_pred**2 if y_pred > 0 else -3 * y_pred
        loss.backward()
        grads.append(w.grad.item())
    return grads
# mistake one_branch_for_all: no if
import torch
def branch_grads(w, x_data):
    w = torch.tensor([w], requires_grad=True)
    grads = []
    for x in x_data:
        ((w * x) ** 2).backward()
        grads.append(w.grad.item())
        w.grad = None
    return grads
# mistake other_branch_for_all: the straight one only
def branch_grads(w, x_data):
    return [-3 * x for x in x_data]
# mistake branches_exchanged: smaller for greater
def branch_grads(w, x_data):
    return [2 * w * x * x if w * x < 0 else -3 * x for x in x_data]
# mistake branches_added: both, each time
def branch_grads(w, x_data):
    return [2 * w * x * x - 3 * x for x in x_data]
# mistake branch_by_x: asks for the sign of x
def branch_grads(w, x_data):
    return [2 * w * x * x if x > 0 else -3 * x for x in x_data]
# mistake missing_x_factor: the derivatives at the prediction, times nothing
def branch_grads(w, x_data):
    return [2 * w * x if w * x > 0 else -3 for x in x_data]
# mistake gradient_of_x: differentiates with respect to x
def branch_grads(w, x_data):
    return [2 * w * w * x if w * x > 0 else -3 * w for x in x_data]
# mistake gives_losses: the losses
def branch_grads(w, x_data):
    return [(w * x) ** 2 if w * x > 0 else -3 * w * x for x in x_data]
# mistake opposite_sign: every sign turned
def branch_grads(w, x_data):
    return [-2 * w * x * x if w * x > 0 else 3 * x for x in x_data]
# mistake reversed_order: from the last sample on
def branch_grads(w, x_data):
    return [2 * w * x * x if w * x > 0 else -3 * x for x in reversed(x_data)]
# mistake hard_coded: the example
def branch_grads(w, x_data):
    return [4.0, 6.0]
# mistake gives_none: no return
def branch_grads(w, x_data):
    grads = [2 * w * x * x if w * x > 0 else -3 * x for x in x_data]
# mistake backward_twice: backward a second time from the same loss
import torch
def branch_grads(w, x_data):
    w = torch.tensor([w], requires_grad=True)
    grads = []
    for x in x_data:
        y_pred = w * x
        loss = y_pred**2 if y_pred > 0 else -3 * y_pred
        loss.backward()
        loss.backward()
        grads.append(w.grad.item())
    return grads
# mistake same_tensor_kept: keeps the grad itself, and clears it
import torch
def branch_grads(w, x_data):
    w = torch.tensor([w], requires_grad=True)
    grads = []
    for x in x_data:
        y_pred = w * x
        loss = y_pred**2 if y_pred > 0 else -3.0 * y_pred
        loss.backward()
        grads.append(w.grad)
        w.grad.zero_()
    return grads
# mistake same_tensor_piles_up: keeps the grad itself, and never clears it
import torch
def branch_grads(w, x_data):
    w = torch.tensor([w], requires_grad=True)
    grads = []
    for x in x_data:
        y_pred = w * x
        loss = y_pred**2 if y_pred > 0 else -3.0 * y_pred
        loss.backward()
        grads.append(w.grad)
    return grads
# mistake weight_moved: updates as in a training loop
import torch
def branch_grads(w, x_data):
    w = torch.tensor([w], requires_grad=True)
    grads = []
    for x in x_data:
        y_pred = w * x
        loss = y_pred**2 if y_pred > 0 else -3.0 * y_pred
        loss.backward()
        grads.append(w.grad.item())
        with torch.no_grad():
            w -= 0.1 * w.grad
        w.grad.zero_()
    return grads
# mistake from_prediction: backward starts at the prediction
import torch
def branch_grads(w, x_data):
    w = torch.tensor([w], requires_grad=True)
    grads = []
    for x in x_data:
        y_pred = w * x
        loss = y_pred**2 if y_pred > 0 else -3.0 * y_pred
        y_pred.backward()
        grads.append(w.grad.item())
        w.grad.zero_()
    return grads
# mistake gives_predictions: keeps the predictions
import torch
def branch_grads(w, x_data):
    w = torch.tensor([w], requires_grad=True)
    grads = []
    for x in x_data:
        y_pred = w * x
        loss = y_pred**2 if y_pred > 0 else -3.0 * y_pred
        loss.backward()
        grads.append(y_pred.item())
        w.grad.zero_()
    return grads
# mistake branch_sign: the minus of the second branch is lost
import torch
def branch_grads(w, x_data):
    w = torch.tensor([w], requires_grad=True)
    grads = []
    for x in x_data:
        y_pred = w * x
        loss = y_pred**2 if y_pred > 0 else 3.0 * y_pred
        loss.backward()
        grads.append(w.grad.item())
        w.grad.zero_()
    return grads
# mistake not_called: backward without parentheses
import torch
def branch_grads(w, x_data):
    w = torch.tensor([w], requires_grad=True)
    grads = []
    for x in x_data:
        y_pred = w * x
        loss = y_pred**2 if y_pred > 0 else -3.0 * y_pred
        loss.backward
        grads.append(w.grad)
    return grads
# mistake first_sample_only: return stands inside the loop
import torch
def branch_grads(w, x_data):
    w = torch.tensor([w], requires_grad=True)
    grads = []
    for x in x_data:
        y_pred = w * x
        loss = y_pred**2 if y_pred > 0 else -3.0 * y_pred
        loss.backward()
        grads.append(w.grad.item())
        w.grad.zero_()
        return grads
# mistake last_sample_only: keeps one number
import torch
def branch_grads(w, x_data):
    w = torch.tensor([w], requires_grad=True)
    grads = []
    for x in x_data:
        y_pred = w * x
        loss = y_pred**2 if y_pred > 0 else -3.0 * y_pred
        loss.backward()
        grad = w.grad.item()
        w.grad.zero_()
    return grad
# mistake gives_sum: sums up
import torch
def branch_grads(w, x_data):
    w = torch.tensor([w], requires_grad=True)
    grads = []
    for x in x_data:
        y_pred = w * x
        loss = y_pred**2 if y_pred > 0 else -3.0 * y_pred
        loss.backward()
        grads.append(w.grad.item())
        w.grad.zero_()
    return sum(grads)
# mistake branch_lacks_2: the factor of the square is forgotten
def branch_grads(w, x_data):
    return [w * x * x if w * x > 0 else -3 * x for x in x_data]
# mistake branch_lacks_3: the factor of the second branch is forgotten
def branch_grads(w, x_data):
    return [2 * w * x * x if w * x > 0 else -x for x in x_data]
# unknown: no slope is negative, it thinks
def branch_grads(w, x_data):
    return [abs(2 * w * x * x) if w * x > 0 else abs(3 * x) for x in x_data]
# unknown: the mean over the samples
def branch_grads(w, x_data):
    return sum(2 * w * x * x if w * x > 0 else -3 * x for x in x_data) / len(x_data)
