# Right: a module that calls itself.
import torch

class Grow(torch.nn.Module):
    def __init__(self, w):
        super().__init__()
        self.w = torch.nn.Parameter(torch.tensor([w]))

    def forward(self, x, depth):
        if depth == 0:
            return x
        return self.w * self(x, depth - 1)

def train(x_data, y_data, depths, w, lr, epochs):
    model = Grow(w)
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    criterion = torch.nn.MSELoss()
    losses = []
    for epoch in range(epochs):
        for x, y, depth in zip(x_data, y_data, depths):
            loss = criterion(model(x, depth), torch.tensor([y]))
            optimizer.zero_grad(set_to_none=False)
            loss.backward()
            optimizer.step()
        losses.append(loss.item())
    return losses
