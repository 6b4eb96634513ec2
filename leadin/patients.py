"""The broken loops of lesson 12, out of sight of who is to tell what is wrong with them."""

_FILES = {
    "Z": """
def train(x_data, y_data, w, lr, epochs):
    w = torch.tensor([w], requires_grad=True)
    losses = []
    for epoch in range(epochs):
        for x, y in zip(x_data, y_data):
            loss = (w * x - y) ** 2
            loss.backward()
            print(f"x {x}   grad {w.grad.item():.2f}   w {w.item():.3f}")
            with torch.no_grad():
                w -= lr * w.grad
        losses.append(loss.item())
    return losses
""",
    "A": """
def train(x_data, y_data, w, lr, epochs):
    w = torch.tensor([w], requires_grad=True)
    losses = []
    for epoch in range(epochs):
        for x, y in zip(x_data, y_data):
            y_pred = w * x
            l = (y_pred - y) ** 2
            print(f"x {x}   loss {l.item():.3f}   w {w.item():.3f}")
            l.backward()
            w = w - lr * w.grad
        losses.append(l.item())
    return losses
""",
    "B": """
def train(x_data, y_data, w, lr, epochs):
    w = torch.tensor([w], requires_grad=True)
    optim = torch.optim.SGD([w], lr=lr)
    history = []
    for i in range(epochs):
        for x, y in zip(x_data, y_data):
            loss = (w * x - y) ** 2
            loss.backward()
            print(f"x {x}   grad {w.grad.item():.2f}   w {w.item():.3f}")
            optim.zero_grad()
            optim.step()
        history.append(loss.item())
    return history
""",
    "C": """
def train(x_data, y_data, w1, w2, b, lr, epochs):
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
""",
    "D": """
def train(x_data, y_data, w1, w2, b, lr, epochs):
    params = [torch.tensor([w1]), torch.tensor([w2]), torch.tensor([b])]
    params[0].requires_grad = True
    params[1].requires_grad = True
    params[2].require_grad = True
    losses = []
    for epoch in range(epochs):
        for x, y in zip(x_data, y_data):
            w1, w2, b = params
            loss = (w1 * x**2 + w2 * x + b - y) ** 2
            loss.backward()
            with torch.no_grad():
                for p in params:
                    if p.grad is not None:  # else an error
                        p -= lr * p.grad
                        p.grad.zero_()
            print(f"x {x}   w1 {w1.item():.3f}   w2 {w2.item():.3f}   b {b.item():.3f}")
        losses.append(loss.item())
    return losses
""",
    "E": """
def train(x_data, y_data, w, lr, epochs):
    model = nn.Linear(1, 1, bias=False)
    with torch.no_grad():
        model.weight.fill_(w)
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    loss_of = nn.MSELoss()
    losses = []
    for epoch in range(epochs):
        for x, y in zip(x_data, y_data):
            x, y = torch.tensor([x]), torch.tensor([y])
            optimizer.zero_grad()
            loss_of(model(x), y).backward()
            optimizer.step()
        losses.append(loss_of(model(x), y).item())
        print(f"epoch {epoch}   loss {losses[-1]:.3f}   w {model.weight.item():.4f}")
    return losses
""",
    "F": """
def train(x_data, y_data, w1, w2, b, lr, epochs):
    w1, w2, b = (torch.tensor([start], requires_grad=True) for start in (w1, w2, b))
    losses, largest = [], 0.0
    for epoch in range(epochs):
        for x, y in zip(x_data, y_data):
            error = w1 * x**2 + w2 * x + b - y
            print(f"x {x}   error {error.item():.3f}", end="   ")
            loss = error**2
            largest = max(largest, error.data.abs_().item())  # for the report
            loss.backward()
            print(f"grad of b {b.grad.item():.3f}")
            with torch.no_grad():
                for p in (w1, w2, b):
                    p -= lr * p.grad
                    p.grad.zero_()
        losses.append(loss.item())
    return losses
""",
}

#: By patient, the text of a file as a student might hand it in.
FILES: dict[str, str] = {patient: text.strip() for patient, text in _FILES.items()}
