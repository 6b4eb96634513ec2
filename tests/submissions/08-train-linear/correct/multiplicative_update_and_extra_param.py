# Right: multiplicative update and extra param.
import torch
def train(x_data, y_data, w, lr, epochs, verbose=False, *, seed=0):
    torch.manual_seed(seed)
    x = torch.tensor(x_data); y = torch.tensor(y_data)
    w = torch.tensor([w], requires_grad=True); losses = []
    for _ in range(epochs):
        for i in torch.arange(len(x)):
            l = torch.dist(w * x[i], y[i]) ** 2
            l.backward()
            w.data = w.data.clone() + (-lr) * w.grad
            w.grad = torch.zeros_like(w.grad)
        losses.append(round(l.item(), 12))
    return losses
