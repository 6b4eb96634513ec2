# Right: the lesson's own graph code, a new graph for each sample.
class Node:
    def __init__(self, value, arrows=()):
        self.value = value
        self.arrows = arrows
        self.slope = 0.0

def multiply(a, b):
    return Node(a.value * b.value, [(a, b.value), (b, a.value)])

def add(a, b):
    return Node(a.value + b.value, [(a, 1.0), (b, 1.0)])

def subtract(a, b):
    return Node(a.value - b.value, [(a, 1.0), (b, -1.0)])

def square(a):
    return Node(a.value**2, [(a, 2 * a.value)])

def send_back(nodes):
    nodes[-1].slope = 1.0
    for node in reversed(nodes):
        for source, local in node.arrows:
            source.slope += node.slope * local

def train(x_data, y_data, w, b, lr, epochs):
    losses = []
    for epoch in range(epochs):
        for x, y in zip(x_data, y_data):
            weight, bias = Node(w), Node(b)
            product = multiply(weight, Node(x))
            y_pred = add(product, bias)
            d = subtract(y_pred, Node(y))
            loss = square(d)
            send_back([product, y_pred, d, loss])
            w -= lr * weight.slope
            b -= lr * bias.slope
        losses.append(loss.value)
    return losses
