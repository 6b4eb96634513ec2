# Right: functional call.
import torch
from torch.func import functional_call, grad_and_value
def train(x_data, y_data, w, lr, epochs):
    m = torch.nn.Linear(1, 1, bias=False)
    params = {"weight": torch.tensor([[w]])}; losses = []
    def loss_of(p, x, y): return (functional_call(m, p, (x,)) - y).square().sum()
    for _ in range(epochs):
        for x, y in zip(x_data, y_data):
            g, l = grad_and_value(loss_of)(params, torch.tensor([x]), torch.tensor([y]))
            params = {k: v - lr * g[k] for k, v in params.items()}
        losses.append(l.item())
    return losses
