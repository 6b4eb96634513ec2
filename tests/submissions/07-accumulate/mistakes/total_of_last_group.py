# Wrong: the mean of the last group.
import torch

def train(x_data, y_data, w, lr, epochs, k):
    w = torch.tensor(w, requires_grad=True)
    opt = torch.optim.SGD([w], lr=lr)
    losses = []
    for epoch in range(epochs):
        for start in range(0, len(x_data), k):
            group = list(zip(x_data[start:start + k], y_data[start:start + k]))
            opt.zero_grad()
            seen = []
            for x, y in group:
                l = (w * x - y) ** 2
                (l / len(group)).backward()
                seen.append(l.item())
            opt.step()
        losses.append(sum(seen) / len(seen))
    return losses
