# Right: the .data style again, with the prints of the lecture left in and zeroed at the start of each step.
import torch

def train(x_data, y_data, w, lr, epochs):
    w = torch.Tensor([w])
    w.requires_grad_()
    losses = []
    print("predict (before training)", 4, (w * 4).item())
    for epoch in range(epochs):
        for x, y in zip(x_data, y_data):
            if w.grad is not None:
                w.grad.data.zero_()
            l = (w * x - y).pow(2)
            l.backward()
            print("\tgrad :", x, y, w.grad.item())
            w.data -= lr * w.grad.data
        print("progress:", epoch, l.item())
        losses.append(l.item())
    print("predict (after training)", 4, (w * 4).item())
    return losses
