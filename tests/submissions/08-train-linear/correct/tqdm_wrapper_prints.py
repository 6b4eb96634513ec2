# Right: tqdm wrapper prints.
import sys
class tqdm:
    def __init__(self, it): self.it = it
    def __iter__(self):
        for i, v in enumerate(self.it):
            print(f"\r{i}", end="", file=sys.stderr); print(i, flush=True)
            yield v
def train(x_data, y_data, w, lr, epochs):
    out = []
    for _ in tqdm(range(epochs)):
        for x, y in zip(x_data, y_data):
            e = w * x - y; w = w - 2 * lr * e * x
        out.append(e ** 2)
    return out
