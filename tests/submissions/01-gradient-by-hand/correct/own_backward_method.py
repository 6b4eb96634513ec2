# Right: no torch, but a method that happens to be called backward.
class Square:
    def forward(self, w, x, y):
        self.x, self.error = x, w * x - y
        return self.error**2

    def backward(self):
        return 2 * self.error * self.x

def train(x_data, y_data, w, lr, epochs):
    node = Square()
    losses = []
    for epoch in range(epochs):
        for x, y in zip(x_data, y_data):
            loss = node.forward(w, x, y)
            w = w - lr * node.backward()
        losses.append(loss)
    return losses
