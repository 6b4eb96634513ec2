# Wrong: a formula worked out for the lesson's numbers; only the length follows the arguments.
def train(x_data, y_data, w, lr, epochs):
    first = 9 * 0.9016 ** 2
    return [first * 0.739312 ** (2 * epoch) for epoch in range(epochs)]
