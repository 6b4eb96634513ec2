# Right: a little trainer class that holds w and a history of what happened.
import torch

class Trainer:
    def __init__(self, w, lr):
        self.w = torch.tensor([w], requires_grad=True)
        self.lr = lr
        self.history = []

    def fit_one(self, x, y):
        loss = (self.w * x - y).square()
        loss.backward()
        self.w.data.sub_(self.lr * self.w.grad)
        self.w.grad.zero_()
        return loss.item()

    def fit(self, x_data, y_data, epochs):
        for _ in range(epochs):
            for x, y in zip(x_data, y_data):
                value = self.fit_one(x, y)
            self.history.append(value)
        return self.history

def train(x_data, y_data, w, lr, epochs):
    return Trainer(w, lr).fit(x_data, y_data, epochs)
