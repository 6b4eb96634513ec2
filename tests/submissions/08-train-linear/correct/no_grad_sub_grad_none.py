# Right: .sub_ inside no_grad and throws the gradient away by setting it to None.
import torch

def train(x_data, y_data, w, lr, epochs):
    weight = torch.tensor([w], requires_grad=True)
    curve = []
    for epoch in range(epochs):
        for i in range(len(x_data)):
            err = weight * x_data[i] - y_data[i]
            l = err * err
            l.backward()
            with torch.no_grad():
                weight.sub_(weight.grad, alpha=lr)
            weight.grad = None
        curve.append(l.item())
    return curve
