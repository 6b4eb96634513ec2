# Wrong: clears w1 twice and w2 never, as patient C does.
import torch


def mend_3(x_data, y_data, w1, w2, b, lr, epochs):
    w1 = torch.tensor([w1], requires_grad=True)
    w2 = torch.tensor([w2], requires_grad=True)
    b = torch.tensor([b], requires_grad=True)
    l_all = []
    for epoch in range(epochs):
        for x, y in zip(x_data, y_data):
            l = (w1 * x**2 + w2 * x + b - y) ** 2
            l.backward()
            print(f"x {x}   grads {w1.grad.item():.2f} {w2.grad.item():.2f} {b.grad.item():.2f}")
            w1.data = w1.data - lr * w1.grad.data
            w2.data = w2.data - lr * w2.grad.data
            b.data = b.data - lr * b.grad.data
            w1.grad.data.zero_()
            w1.grad.data.zero_()
            b.grad.data.zero_()
        l_all.append(l.item())
    return l_all
