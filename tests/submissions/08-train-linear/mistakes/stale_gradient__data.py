# Wrong: updates with what is in w.grad from the sample before, then calls backward.
import torch

def train(x_data, y_data, w, lr, epochs):
    w = torch.tensor([w], requires_grad=True)
    losses = []
    for epoch in range(epochs):
        for x, y in zip(x_data, y_data):
            l = (w * x - y) ** 2
            if w.grad is not None:
                w.data = w.data - lr * w.grad.data
                w.grad.data.zero_()
            l.backward()
        losses.append(l.item())
    return losses
