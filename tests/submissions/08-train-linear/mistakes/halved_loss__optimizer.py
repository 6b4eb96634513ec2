# Wrong: divides mse_loss by 2.
import torch
import torch.nn.functional as F

def train(x_data, y_data, w, lr, epochs):
    w = torch.tensor(w, requires_grad=True)
    opt = torch.optim.SGD([w], lr=lr)
    losses = []
    for epoch in range(epochs):
        for x, y in zip(torch.tensor(x_data), torch.tensor(y_data)):
            opt.zero_grad()
            l = F.mse_loss(w * x, y) / 2
            l.backward()
            opt.step()
        losses.append(l.item())
    return losses
