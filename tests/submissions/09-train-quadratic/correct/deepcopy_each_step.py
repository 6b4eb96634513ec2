# Right: deepcopy each step.
import copy, torch
def train(x_data, y_data, w1, w2, b, lr, epochs):
    p = {"w1": torch.tensor(w1), "w2": torch.tensor(w2), "b": torch.tensor(b)}; h = []
    for _ in range(epochs):
        for x, y in zip(x_data, y_data):
            q = {k: v.clone().detach().requires_grad_() for k, v in copy.deepcopy(p).items()}
            l = (q["w1"] * x ** 2 + q["w2"] * x + q["b"] - y) ** 2
            l.backward()
            p = {k: (v - lr * v.grad).detach() for k, v in q.items()}
        h.append(float(l.detach()))
    return h
