# Wrong: optimizer of other.
import torch
def train(x_data, y_data, w, lr, epochs):
    w = torch.nn.Parameter(torch.tensor([w]))
    other = torch.nn.Parameter(torch.zeros(1))
    optimizer = torch.optim.SGD([w], lr=lr)
    losses = []
    for epoch in range(epochs):
        for x, y in zip(x_data, y_data):
            loss = ((w * x - y) ** 2).sum()
            torch.optim.SGD([other], lr=1).zero_grad()
            loss.backward()
            optimizer.step()
        losses.append(loss.item())
    return losses
