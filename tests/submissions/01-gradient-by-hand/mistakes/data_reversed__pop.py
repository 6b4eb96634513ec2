# Wrong: pops samples off the end of a list of pairs.
def train(x_data, y_data, w, lr, epochs):
    losses = []
    for epoch in range(epochs):
        todo = list(zip(x_data, y_data))
        while todo:
            x, y = todo.pop()
            l = (w * x - y) ** 2
            w = w - lr * 2 * x * (w * x - y)
        losses.append(l)
    return losses
