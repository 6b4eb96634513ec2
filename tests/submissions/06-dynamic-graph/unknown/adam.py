# Wrong in a way that is not in the list: Adam instead of plain SGD.
import torch

def train(x_data, y_data, depths, w, lr, epochs):
    w = torch.tensor(w, requires_grad=True)
    opt = torch.optim.Adam([w], lr=lr)
    losses = []
    for epoch in range(epochs):
        for i in range(len(x_data)):
            opt.zero_grad()
            y_pred = torch.tensor(x_data[i])
            for _ in range(depths[i]):
                y_pred = w * y_pred
            l = (y_pred - y_data[i]) ** 2
            l.backward()
            opt.step()
        losses.append(l.item())
    return losses
