# Right: torch for the gradient, but appends l.detach().numpy()[0], so the list holds numpy float32 numbers.
import torch

def train(x_data, y_data, w, lr, epochs):
    w = torch.tensor([w], requires_grad=True)
    losses = []
    for epoch in range(epochs):
        for x, y in zip(x_data, y_data):
            l = (w * x - y) ** 2
            l.backward()
            with torch.no_grad():
                w -= w.grad * lr
            w.grad.zero_()
        losses.append(l.detach().numpy()[0])
    return losses
