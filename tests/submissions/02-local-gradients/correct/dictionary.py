# Right: parameters and gradients in dictionaries, updated in a loop.
def train(x_data, y_data, w, b, lr, epochs):
    params = {"w": w, "b": b}
    losses = []
    for epoch in range(epochs):
        for x, y in zip(x_data, y_data):
            r = params["w"] * x + params["b"] - y
            local = {"w": x, "b": 1.0}
            for name in params:
                params[name] -= lr * 2 * r * local[name]
        losses.append(r**2)
    return losses
