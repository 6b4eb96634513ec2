# Wrong: nn.Linear with bias=False over the features.
import torch

def train(x_data, y_data, w1, w2, b, lr, epochs):
    model = torch.nn.Linear(2, 1, bias=False)
    with torch.no_grad():
        model.weight[0, 0] = w1
        model.weight[0, 1] = w2
    opt = torch.optim.SGD(model.parameters(), lr=lr)
    losses = []
    for epoch in range(epochs):
        for x, y in zip(x_data, y_data):
            opt.zero_grad()
            l = (model(torch.tensor([x**2, x])) - y) ** 2
            l.backward()
            opt.step()
        losses.append(l.item())
    return losses
