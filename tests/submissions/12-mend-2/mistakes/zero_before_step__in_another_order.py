# Wrong: an optimizer that is cleared before it steps, in a loop of its own.
import torch

def mend_2(x_data, y_data, w, lr, epochs):
    w = torch.tensor([w], requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=lr)
    losses = []
    for epoch in range(epochs):
        for x, y in zip(x_data, y_data):
            loss = (w * x - y) ** 2
            loss.backward()
            optimizer.zero_grad()
            optimizer.step()
        losses.append(loss.item())
    return losses
