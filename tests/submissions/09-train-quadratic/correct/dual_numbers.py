# Right: dual numbers.
class Dual:
    def __init__(s, v, d): s.v, s.d = v, d
    def __add__(s, o): return Dual(s.v + o.v, [a + c for a, c in zip(s.d, o.d)]) if isinstance(o, Dual) else Dual(s.v + o, s.d)
    def __mul__(s, o): return Dual(s.v * o.v, [a * o.v + c * s.v for a, c in zip(s.d, o.d)]) if isinstance(o, Dual) else Dual(s.v * o, [a * o for a in s.d])
def train(x_data, y_data, w1, w2, b, lr, epochs):
    p = [w1, w2, b]; out = []
    for _ in range(epochs):
        for x, y in zip(x_data, y_data):
            d = [Dual(v, [float(i == j) for j in range(3)]) for i, v in enumerate(p)]
            r = d[0] * x * x + d[1] * x + d[2] + -y
            l = r * r
            p = [v - lr * g for v, g in zip(p, l.d)]
        out.append(l.v)
    return out
