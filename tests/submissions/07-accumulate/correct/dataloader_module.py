# Right: DataLoader with batch_size k, nn.Linear without bias, MSELoss.
import torch
from torch.utils.data import DataLoader, TensorDataset

def train(x_data, y_data, w, lr, epochs, k):
    data = TensorDataset(torch.tensor(x_data).reshape(-1, 1), torch.tensor(y_data).reshape(-1, 1))
    loader = DataLoader(data, batch_size=k)
    model = torch.nn.Linear(1, 1, bias=False)
    torch.nn.init.constant_(model.weight, w)
    opt = torch.optim.SGD(model.parameters(), lr=lr)
    mse = torch.nn.MSELoss()
    losses = []
    for epoch in range(epochs):
        total = 0.0
        for x, y in loader:
            loss = mse(model(x), y)
            opt.zero_grad()
            loss.backward()
            opt.step()
            total += loss.item() * len(x)
        losses.append(total / len(x_data))
    return losses
