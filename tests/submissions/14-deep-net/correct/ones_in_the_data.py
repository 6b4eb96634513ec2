# Right: a column of ones in the data, so that the bias is a column of the matrix.
import numpy as np
import torch


def train(x_data, y_data, noise, lr, epochs):
    one = torch.ones(len(x_data), 1, dtype=torch.float64)
    params = []
    for matrix in noise:
        W = np.array(matrix) / np.sqrt(sum(np.shape(matrix)) / 2)
        params.append(torch.tensor(np.c_[W, np.zeros(len(W))], requires_grad=True))
    optimizer = torch.optim.Adam(params, lr)
    targets = torch.tensor(y_data, dtype=torch.float64)
    result = []
    while len(result) < epochs:
        a = torch.tensor(x_data, dtype=torch.float64)
        for W in params[:-1]:
            a = torch.tanh(torch.cat([a, one], dim=1) @ W.T)
        error = torch.cat([a, one], dim=1) @ params[-1].T - targets
        loss = (error * error).sum() / error.numel()
        result.append(loss.item())
        optimizer.zero_grad(set_to_none=False)
        loss.backward()
        optimizer.step()
    return result
