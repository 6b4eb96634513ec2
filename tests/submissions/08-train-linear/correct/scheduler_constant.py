# Right: scheduler constant.
import torch
def train(x_data, y_data, w, lr, epochs):
    p = torch.nn.Parameter(torch.tensor([w])); o = torch.optim.SGD([p], lr=lr)
    s = torch.optim.lr_scheduler.LambdaLR(o, lambda e: 1.0); losses = []
    for _ in range(epochs):
        for x, y in zip(x_data, y_data):
            o.zero_grad(); l = (p * x - y) ** 2; l.backward(); o.step()
        s.step(); losses.append(l.item())
    return losses
