# Wrong: calls zero_grad between backward and step, as patient B does.
import torch


def mend_2(x_data, y_data, w, lr, epochs):
    w = torch.tensor([w], requires_grad=True)
    optim = torch.optim.SGD([w], lr=lr)
    history = []
    for i in range(epochs):
        for x, y in zip(x_data, y_data):
            loss = (w * x - y).pow(2)
            loss.backward()
            print(f"x {x}   grad {w.grad.item():.2f}   w {w.item():.3f}")
            optim.zero_grad()
            optim.step()
        history.append(loss.item())
    return history
