# Wrong: the usual running loss divided by the number of samples.
import torch

def train(x_data, y_data, w, lr, epochs):
    w = torch.tensor([w], requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=lr)
    losses = []
    for epoch in range(epochs):
        running_loss = 0.0
        for x, y in zip(x_data, y_data):
            optimizer.zero_grad()
            loss = (w * x - y) ** 2
            loss.backward()
            optimizer.step()
            running_loss += loss.item()
        losses.append(running_loss / len(x_data))
    return losses
