# Right: callable instance.
class Train:
    def __call__(self, x_data, y_data, w, lr, epochs):
        out = []
        for _ in range(epochs):
            for x, y in zip(x_data, y_data):
                e = w * x - y; w = w - 2 * lr * e * x
            out.append(e ** 2)
        return tuple(out)
train = Train()
