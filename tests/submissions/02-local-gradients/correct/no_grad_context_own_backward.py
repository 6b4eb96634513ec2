# Right: no grad context own backward.
import torch
from torch.autograd import set_grad_enabled
class Graph:
    def backward(self, d, x): return 2 * d * x, 2 * d
g = Graph()
def train(x_data, y_data, w, b, lr, epochs):
    losses = []
    for epoch in range(epochs):
        for x, y in zip(x_data, y_data):
            d = w * x + b - y
            loss = d ** 2
            gw, gb = g.backward(d, x)
            w = w - lr * gw
            b = b - lr * gb
        losses.append(loss)
    return losses
