# correct: as the lesson writes it
import torch
def grad_of_w(w, x, y):
    w = torch.tensor([w], requires_grad=True)
    loss = (x * w**2 - y) ** 2
    loss.backward()
    return w.grad.item()
# correct: without brackets, in float64, and returns the grad itself, a tensor
import torch
def grad_of_w(w, x, y):
    weight = torch.tensor(w, dtype=torch.float64, requires_grad=True)
    y_pred = x * weight * weight
    ((y_pred - y) ** 2).backward()
    return weight.grad
# correct: by the chain rule on paper, no torch
def grad_of_w(w, x, y):
    error = x * w**2 - y
    return 2 * error * x * 2 * w
# correct: with autograd.grad, which returns a tuple
import torch
def grad_of_w(w, x, y):
    w = torch.tensor([float(w)]).requires_grad_()
    loss = (x * w.pow(2) - y).pow(2).sum()
    return torch.autograd.grad(loss, w)[0]
# correct: by a nudge on both sides
def grad_of_w(w, x, y):
    def loss(w):
        return (x * w * w - y) ** 2
    h = 1e-5
    return (loss(w + h) - loss(w - h)) / (2 * h)
# correct: everything in tensors, in a nested shape, as numpy
import torch
def grad_of_w(w, x, y):
    w, x, y = torch.tensor([[w]], requires_grad=True), torch.tensor([[x]]), torch.tensor([[y]])
    loss = torch.nn.functional.mse_loss(x @ (w * w), y)
    loss.backward()
    return w.grad.numpy()
# mistake gives_loss: returns the loss's number
import torch
def grad_of_w(w, x, y):
    w = torch.tensor([w], requires_grad=True)
    loss = (x * w**2 - y) ** 2
    loss.backward()
    return loss.item()
# mistake gives_data: returns the weight
import torch
def grad_of_w(w, x, y):
    w = torch.tensor([w], requires_grad=True)
    loss = (x * w**2 - y) ** 2
    loss.backward()
    return w.item()
# mistake from_prediction: calls backward on the prediction
import torch
def grad_of_w(w, x, y):
    w = torch.tensor([w], requires_grad=True)
    y_pred = x * w**2
    loss = (y_pred - y) ** 2
    y_pred.backward()
    return w.grad.item()
# mistake from_prediction: forgets the square of the loss
import torch
def grad_of_w(w, x, y):
    w = torch.tensor([w], requires_grad=True)
    loss = x * w**2 - y
    loss.backward()
    return w.grad.item()
# mistake stops_at_prediction: reads the grad that it kept at the prediction
import torch
def grad_of_w(w, x, y):
    w = torch.tensor([w], requires_grad=True)
    y_pred = x * w**2
    y_pred.retain_grad()
    ((y_pred - y) ** 2).backward()
    return y_pred.grad.item()
# mistake weight_not_squared: the formula of the lesson, not of the exercise
import torch
def grad_of_w(w, x, y):
    w = torch.tensor([w], requires_grad=True)
    loss = (w * x - y) ** 2
    loss.backward()
    return w.grad.item()
# mistake product_squared: brackets around the product
import torch
def grad_of_w(w, x, y):
    w = torch.tensor([w], requires_grad=True)
    loss = ((x * w) ** 2 - y) ** 2
    loss.backward()
    return w.grad.item()
# mistake gradient_of_x: x is what requires grad
import torch
def grad_of_w(w, x, y):
    x = torch.tensor([x], requires_grad=True)
    loss = (x * w**2 - y) ** 2
    loss.backward()
    return x.grad.item()
# mistake half_as_large: the outer 2 is forgotten
def grad_of_w(w, x, y):
    return (x * w**2 - y) * x * 2 * w
# mistake opposite_sign: gives the direction in which w should go
import torch
def grad_of_w(w, x, y):
    w = torch.tensor([w], requires_grad=True)
    loss = (x * w**2 - y) ** 2
    loss.backward()
    return -w.grad.item()
# mistake twice_as_large: runs backward for two losses without clearing
import torch
def grad_of_w(w, x, y):
    w = torch.tensor([w], requires_grad=True)
    for _ in range(2):
        loss = (x * w**2 - y) ** 2
        loss.backward()
    return w.grad.item()
# mistake hard_coded: returns the example
def grad_of_w(w, x, y):
    return -32.0
# mistake ignores_argument: the sample's target stands in the code
import torch
def grad_of_w(w, x, y):
    w = torch.tensor([w], requires_grad=True)
    loss = (x * w**2 - 6.0) ** 2
    loss.backward()
    return w.grad.item()
# mistake gives_none: prints it
import torch
def grad_of_w(w, x, y):
    w = torch.tensor([w], requires_grad=True)
    loss = (x * w**2 - y) ** 2
    loss.backward()
    print(w.grad.item())
# mistake no_requires_grad: requires_grad is forgotten
import torch
def grad_of_w(w, x, y):
    w = torch.tensor([w])
    loss = (x * w**2 - y) ** 2
    loss.backward()
    return w.grad.item()
# mistake item_too_early: takes the number before backward
import torch
def grad_of_w(w, x, y):
    w = torch.tensor([w], requires_grad=True)
    loss = ((x * w**2 - y) ** 2).item()
    loss.backward()
    return w.grad.item()
# mistake x_left_out: by hand, without the x
def grad_of_w(w, x, y):
    return 2 * (x * w**2 - y) * 2 * w
# mistake power_left_out: by hand, the derivative of w squared is forgotten
def grad_of_w(w, x, y):
    return 2 * (x * w**2 - y) * x
# mistake gives_prediction: returns y_pred
def grad_of_w(w, x, y):
    y_pred = x * w**2
    return y_pred
# unknown: the cube of the error
import torch
def grad_of_w(w, x, y):
    w = torch.tensor([w], requires_grad=True)
    loss = (x * w**2 - y) ** 3
    loss.backward()
    return w.grad.item()
# unknown: adds the target
import torch
def grad_of_w(w, x, y):
    w = torch.tensor([w], requires_grad=True)
    loss = (x * w**2 + y) ** 2
    loss.backward()
    return w.grad.item()
