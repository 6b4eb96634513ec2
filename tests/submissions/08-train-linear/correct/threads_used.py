# Right: threads used.
import threading
def train(x_data, y_data, w, lr, epochs):
    out = []
    def work():
        nonlocal w
        for _ in range(epochs):
            for x, y in zip(x_data, y_data):
                e = x * w - y; w -= lr * 2 * x * e
            out.append(e * e)
    t = threading.Thread(target=work); t.start(); t.join()
    return out
