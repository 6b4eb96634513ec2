# Right: each number carries its gradients along, so that nothing has to go backward.
class Value:
    def __init__(self, data, grads=(0.0, 0.0, 0.0)):
        self.data = data
        self.grads = grads

    def __add__(self, other):
        other = as_value(other)
        return Value(self.data + other.data, tuple(p + q for p, q in zip(self.grads, other.grads)))

    def __mul__(self, other):
        other = as_value(other)
        pairs = zip(self.grads, other.grads)
        return Value(self.data * other.data, tuple(p * other.data + self.data * q for p, q in pairs))


def as_value(number):
    return number if isinstance(number, Value) else Value(number)


def train(x_data, y_data, w1, w2, b, lr, epochs):
    losses = []
    for epoch in range(epochs):
        for x, y in zip(x_data, y_data):
            v1, v2, v3 = Value(w1, (1.0, 0.0, 0.0)), Value(w2, (0.0, 1.0, 0.0)), Value(b, (0.0, 0.0, 1.0))
            y_pred = v1 * x**2 + v2 * x + v3
            loss = y_pred * (y_pred + -2 * y) + y**2
            w1, w2, b = (w - lr * g for w, g in zip((w1, w2, b), loss.grads))
        losses.append(loss.data)
    return losses
