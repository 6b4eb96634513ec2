# Right: global state reset.
import torch
losses = []
W = None
def train(x_data, y_data, w, lr, epochs):
    global W, losses
    losses = []
    W = torch.tensor([w], requires_grad=True)
    for _ in range(epochs):
        for x, y in zip(x_data, y_data):
            l = (W * x - y) ** 2
            l.backward()
            W.data -= lr * W.grad
            W.grad.zero_()
        losses.append(l.item())
    return losses
