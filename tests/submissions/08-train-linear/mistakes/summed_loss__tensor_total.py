# Wrong: adds up the loss tensors themselves (history and all) and logs the total.
import torch

def train(x_data, y_data, w, lr, epochs):
    w = torch.tensor([w], requires_grad=True)
    opt = torch.optim.SGD([w], lr=lr)
    losses = []
    for epoch in range(epochs):
        running_loss = 0.0
        for x, y in zip(x_data, y_data):
            opt.zero_grad()
            l = (w * x - y) ** 2
            l.backward()
            opt.step()
            running_loss += l
        losses.append(running_loss.item())
    return losses
