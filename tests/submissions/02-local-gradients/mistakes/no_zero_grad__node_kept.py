# Wrong: the nodes of w and b are made once, and their slopes are never set back to 0.
class Node:
    def __init__(self, value, arrows=()):
        self.value, self.arrows, self.slope = value, arrows, 0.0

def train(x_data, y_data, w, b, lr, epochs):
    w, b = Node(w), Node(b)
    losses = []
    for epoch in range(epochs):
        for x, y in zip(x_data, y_data):
            p = Node(w.value * x, [(w, x)])
            d = Node(p.value + b.value - y, [(p, 1.0), (b, 1.0)])
            loss = Node(d.value**2, [(d, 2 * d.value)])
            loss.slope = 1.0
            for node in (loss, d, p):
                for source, local in node.arrows:
                    source.slope += node.slope * local
            w.value -= lr * w.slope
            b.value -= lr * b.slope
        losses.append(loss.value)
    return losses
