# Right: a small autograd of its own, with operators and a method called backward.
class Number:
    def __init__(self, data, sources=()):
        self.data, self.sources, self.grad = data, sources, 0.0

    def __mul__(self, other):
        return Number(self.data * other.data, ((self, other.data), (other, self.data)))

    def __add__(self, other):
        return Number(self.data + other.data, ((self, 1.0), (other, 1.0)))

    def backward(self, incoming=1.0):
        self.grad += incoming
        for source, local in self.sources:
            source.backward(incoming * local)

def train(x_data, y_data, w, b, lr, epochs):
    losses = []
    for epoch in range(epochs):
        for x, y in zip(x_data, y_data):
            wn, bn = Number(w), Number(b)
            d = wn * Number(x) + bn + Number(-y)
            loss = d * d
            loss.backward()
            w, b = w - lr * wn.grad, b - lr * bn.grad
        losses.append(loss.data)
    return losses
