# Wrong: linear default init.
import torch
def train(x_data, y_data, w, lr, epochs):
    model = torch.nn.Linear(1, 1, bias=False)
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    losses = []
    for epoch in range(epochs):
        for x, y in zip(x_data, y_data):
            loss = ((model(torch.tensor([x])) - y) ** 2).sum()
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
        losses.append(loss.item())
    return losses
