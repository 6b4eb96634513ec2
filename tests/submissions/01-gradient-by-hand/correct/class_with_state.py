# Right: a small class that holds the weight.
class Model:
    def __init__(self, w):
        self.w = w

    def forward(self, x):
        return self.w * x

    def learn(self, x, y, lr):
        error = self.forward(x) - y
        self.w -= lr * 2 * error * x
        return error**2

def train(x_data, y_data, w, lr, epochs):
    model = Model(w)
    losses = []
    for epoch in range(epochs):
        of_samples = [model.learn(x, y, lr) for x, y in zip(x_data, y_data)]
        losses.append(of_samples[-1])
    return losses
