# Wrong: builds the graphs once, before the loop.
import torch

def train(x_data, y_data, depths, w, lr, epochs):
    w = torch.tensor([w], requires_grad=True)
    graphs = [(x * w ** d - y) ** 2 for x, y, d in zip(x_data, y_data, depths)]
    losses = []
    for epoch in range(epochs):
        for l in graphs:
            l.backward()
            w.data = w.data - lr * w.grad.data
            w.grad.data.zero_()
        losses.append(l.item())
    return losses
