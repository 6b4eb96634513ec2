# Right: sgd plain options.
import torch
def train(x_data, y_data, w, lr, epochs):
    p = torch.nn.Parameter(torch.tensor(w))
    o = torch.optim.SGD([p], lr=lr, momentum=0.0, weight_decay=0.0, dampening=0.5, nesterov=False, foreach=True)
    out = []
    for _ in range(epochs):
        for x, y in zip(x_data, y_data):
            o.zero_grad(set_to_none=False)
            l = (p * x - y).square()
            l.backward()
            torch.nn.utils.clip_grad_norm_([p], 1e6)
            o.step()
        out.append(float(l))
    return out
