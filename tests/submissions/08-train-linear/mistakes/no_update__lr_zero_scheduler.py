# Wrong: lr zero scheduler.
import torch
def train(x_data, y_data, w, lr, epochs):
    w = torch.nn.Parameter(torch.tensor([w]))
    optimizer = torch.optim.SGD([w], lr=lr)
    s = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda e: 0.0)
    losses = []
    for epoch in range(epochs):
        for x, y in zip(x_data, y_data):
            loss = ((w * x - y) ** 2).sum()
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
        losses.append(loss.item())
    return losses
