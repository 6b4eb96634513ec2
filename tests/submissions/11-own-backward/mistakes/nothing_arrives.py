# Wrong: changes a copy of the number.
def in_order(end):
    order, seen = [], set()

    def enter(node):
        if node not in seen:
            seen.add(node)
            for parent, _ in node.parents:
                enter(parent)
            order.append(node)

    enter(end)
    return order


class Value:
    def __init__(self, data, parents=()):
        self.data = data
        self.grad = 0.0
        self.parents = parents

    def __add__(self, other):
        other = as_value(other)
        return Value(self.data + other.data, ((self, 1.0), (other, 1.0)))

    def __mul__(self, other):
        other = as_value(other)
        return Value(self.data * other.data, ((self, other.data), (other, self.data)))

    def __pow__(self, n):
        return Value(self.data**n, ((self, n * self.data ** (n - 1)),))

    def __neg__(self):
        return self * -1.0

    def __sub__(self, other):
        return self + -as_value(other)

    def __rsub__(self, other):
        return as_value(other) - self

    __radd__ = __add__
    __rmul__ = __mul__

    def backward(self):
        self.grad = 1.0
        for node in reversed(in_order(self)):
            for parent, local in node.parents:
                parent.grad += node.grad * local


def as_value(number):
    return number if isinstance(number, Value) else Value(number)


def loss_of(x, y, w1, w2, b):
    y_pred = w1 * x**2 + w2 * x + b
    return y_pred * (y_pred - 2 * y) + y**2


def train(x_data, y_data, w1, w2, b, lr, epochs):
    weights = [Value(w1), Value(w2), Value(b)]
    losses = []
    for epoch in range(epochs):
        for x, y in zip(x_data, y_data):
            loss = loss_of(x, y, *weights)
            loss.backward()
            for weight in weights:
                number = weight.data
                number -= lr * weight.grad
                weight.grad = 0.0
        losses.append(loss.data)
    return losses
