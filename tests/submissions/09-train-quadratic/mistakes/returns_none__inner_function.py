# Wrong: the inner function returns the list, the outer one forgets to pass it on.
def train(x_data, y_data, w1, w2, b, lr, epochs):
    def run():
        p = [w1, w2, b]
        out = []
        for epoch in range(epochs):
            for x, y in zip(x_data, y_data):
                f = (x**2, x, 1.0)
                r = sum(a * c for a, c in zip(p, f)) - y
                p = [a - lr * 2 * r * c for a, c in zip(p, f)]
            out.append(r**2)
        return out
    run()
