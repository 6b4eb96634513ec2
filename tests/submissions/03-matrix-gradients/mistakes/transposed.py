# Mistake: reads W2 along its rows on the way back, in plain Python, where zip hides that the sizes differ.
def train(x_data, y_data, W1, b1, W2, b2, lr, epochs):
    def times(matrix, vector):
        return [sum(w * v for w, v in zip(row, vector)) for row in matrix]

    def step(values, slopes):
        return [v - lr * s for v, s in zip(values, slopes)]

    def step_rows(matrix, column, row):
        return [step(values, [c * r for r in row]) for values, c in zip(matrix, column)]

    losses = []
    for _ in range(epochs):
        for x, y in zip(x_data, y_data):
            h = [a + b for a, b in zip(times(W1, x), b1)]
            r = [a + b - t for a, b, t in zip(times(W2, h), b2, y)]
            d = [2 * v for v in r]
            e = times(W2, d)
            W1, b1 = step_rows(W1, e, x), step(b1, e)
            W2, b2 = step_rows(W2, d, h), step(b2, d)
        losses.append(sum(v * v for v in r))
    return losses
