# Right: one step in an inner function, an epoch in a list comprehension, returns a tuple.
import torch

def train(x_data, y_data, w, lr, epochs):
    p = torch.tensor(w, requires_grad=True)
    opt = torch.optim.SGD([p], lr)

    def step(x, y):
        opt.zero_grad(set_to_none=True)
        l = (p * x - y) ** 2
        l.backward()
        opt.step()
        return l.item()

    return tuple([step(x, y) for x, y in zip(x_data, y_data)][-1] for _ in range(epochs))
