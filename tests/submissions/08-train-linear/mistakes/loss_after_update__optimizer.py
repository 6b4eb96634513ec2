# Wrong: after the epoch evaluates the last sample in no_grad with the updated weight.
import torch

def train(x_data, y_data, w, lr, epochs):
    model = torch.nn.Linear(1, 1, bias=False)
    model.weight.data.fill_(w)
    mse = torch.nn.MSELoss()
    opt = torch.optim.SGD(model.parameters(), lr=lr)
    losses = []
    for epoch in range(epochs):
        for x, y in zip(x_data, y_data):
            xt, yt = torch.tensor([x]), torch.tensor([y])
            opt.zero_grad()
            mse(model(xt), yt).backward()
            opt.step()
        model.eval()
        with torch.no_grad():
            losses.append(mse(model(xt), yt).item())
    return losses
