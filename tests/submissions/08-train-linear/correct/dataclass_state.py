# Right: dataclass state.
from dataclasses import dataclass, field
@dataclass
class State:
    w: float
    lr: float
    losses: list = field(default_factory=list)
    def step(self, x, y):
        e = self.w * x - y
        self.w -= self.lr * 2 * e * x
        return e * e
def train(x_data, y_data, w, lr, epochs):
    s = State(w, lr)
    for _ in range(epochs):
        *_, last = [s.step(x, y) for x, y in zip(x_data, y_data)]
        s.losses.append(last)
    return s.losses
