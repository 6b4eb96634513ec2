# Mistake: the linear network of the lesson, handed in as it is.
def train(x_data, y_data, w1, b1, w2, b2, lr, epochs):
    curve = []
    for _ in range(epochs):
        for x, y in zip(x_data, y_data):
            h = [w * x + b for w, b in zip(w1, b1)]
            d = 2 * (sum(w * a for w, a in zip(w2, h)) + b2 - y)
            w1, b1, w2 = (
                [w - lr * d * v * x for w, v in zip(w1, w2)],
                [b - lr * d * v for b, v in zip(b1, w2)],
                [v - lr * d * a for v, a in zip(w2, h)],
            )
            b2 -= lr * d
        curve.append(
            sum(
                (sum(v * (w * x + b) for v, w, b in zip(w2, w1, b1)) + b2 - y) ** 2
                for x, y in zip(x_data, y_data)
            )
            / len(x_data)
        )
    return curve
