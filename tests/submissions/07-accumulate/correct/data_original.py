# Right: the old .data way, lists of groups made first.
import torch

def train(x_data, y_data, w, lr, epochs, k):
    w = torch.Tensor([w])
    w.requires_grad = True
    pairs = list(zip(x_data, y_data))
    groups = [pairs[i:i + k] for i in range(0, len(pairs), k)]
    losses = []
    for epoch in range(epochs):
        seen = []
        for group in groups:
            for x, y in group:
                l = (w * x - y) ** 2
                l.backward()
                seen.append(l.item())
            w.data = w.data - lr * w.grad.data / len(group)
            w.grad.data.zero_()
        losses.append(sum(seen) / len(seen))
    return losses
