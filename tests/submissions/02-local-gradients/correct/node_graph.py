# Right: node graph.
class Node:
    def __init__(s, v, ps=()): s.v, s.ps, s.g = v, ps, 0.0
def train(x_data, y_data, w, b, lr, epochs):
    out = []
    for _ in range(epochs):
        for x, y in zip(x_data, y_data):
            W, B = Node(w), Node(b)
            p = Node(W.v * x, [(W, x)]); q = Node(p.v + B.v, [(p, 1.0), (B, 1.0)]); d = Node(q.v - y, [(q, 1.0)]); L = Node(d.v ** 2, [(d, 2 * d.v)])
            L.g = 1.0
            for n in (L, d, q, p):
                for m, k in n.ps: m.g += n.g * k
            w -= lr * W.g; b -= lr * B.g
        out.append(L.v)
    return out
