# Wrong: optimizer set to none.
import torch
def train(x_data, y_data, w, lr, epochs):
    w = torch.nn.Parameter(torch.tensor([w]))
    optimizer = torch.optim.SGD([w], lr=lr)
    losses = []
    for epoch in range(epochs):
        for x, y in zip(x_data, y_data):
            loss = ((w * x - y) ** 2).sum()
            loss.backward()
            optimizer.zero_grad()
            optimizer.step()
        losses.append(loss.item())
    return losses
