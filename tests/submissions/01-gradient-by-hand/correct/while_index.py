# Right: counts with while and an index instead of zip.
def train(x_data, y_data, w, lr, epochs):
    losses = []
    while len(losses) < epochs:
        i = 0
        while i < len(x_data):
            error = w * x_data[i] - y_data[i]
            w += -lr * 2 * error * x_data[i]
            i += 1
        losses.append(error * error)
    return losses
