# correct: one name for each gradient
def gradients(w1, b, w2, x, y):
    s = w1 * x + b
    d = w2 * s - y
    to_d = 2 * d
    to_s = to_d * w2
    to_w2 = to_d * s
    to_b = to_s
    to_w1 = to_s * x
    return [to_d, to_s, to_w2, to_b, to_w1]
# correct: finished products in a tuple
def gradients(w1, b, w2, x, y):
    d = w2 * (w1 * x + b) - y
    return 2 * d, 2 * d * w2, 2 * d * (w1 * x + b), 2 * d * w2, 2 * d * w2 * x
# correct: nudges every number on its own
def gradients(w1, b, w2, x, y):
    def s_of(w1, b):
        return w1 * x + b

    def loss(w2, s, extra=0.0):
        return (w2 * s - y + extra) ** 2

    h, s = 1e-3, w1 * x + b
    pairs = [
        (loss(w2, s, h), loss(w2, s, -h)),
        (loss(w2, s + h), loss(w2, s - h)),
        (loss(w2 + h, s), loss(w2 - h, s)),
        (loss(w2, s_of(w1, b + h)), loss(w2, s_of(w1, b - h))),
        (loss(w2, s_of(w1 + h, b)), loss(w2, s_of(w1 - h, b))),
    ]
    return [(up - down) / (2 * h) for up, down in pairs]
# correct: with the nodes of the lesson
class Node:
    def __init__(self, value, arrows=()):
        self.value, self.arrows, self.grad = value, arrows, 0.0


def multiply(a, b):
    return Node(a.value * b.value, [(a, b.value), (b, a.value)])


def gradients(w1, b, w2, x, y):
    w1, b, w2, x, y = map(Node, (w1, b, w2, x, y))
    p = multiply(w1, x)
    s = Node(p.value + b.value, [(p, 1.0), (b, 1.0)])
    y_pred = multiply(w2, s)
    d = Node(y_pred.value - y.value, [(y_pred, 1.0), (y, -1.0)])
    loss = Node(d.value**2, [(d, 2 * d.value)])
    loss.grad = 1.0
    for node in (loss, d, y_pred, s, p):
        for source, local in node.arrows:
            source.grad += node.grad * local
    return [each.grad for each in (d, s, w2, b, w1)]
# correct: autograd in float32, with the inner ones asked for
import torch


def gradients(w1, b, w2, x, y):
    w1, b, w2 = (torch.tensor(each, requires_grad=True) for each in (w1, b, w2))
    s = w1 * x + b
    d = w2 * s - y
    return torch.autograd.grad(d**2, (d, s, w2, b, w1))
# correct: numpy, a local gradient times what arrives
import numpy as np


def gradients(w1, b, w2, x, y):
    s = w1 * x + b
    to_d = 2 * (w2 * s - y)
    return to_d * np.array([1.0, w2, s, w2, w2 * x])
# mistake locals_only: writes the local gradients
def gradients(w1, b, w2, x, y):
    s = w1 * x + b
    d = w2 * s - y
    return [2 * d, w2, s, 1, x]
# mistake locals_added: adds along the path
def gradients(w1, b, w2, x, y):
    s = w1 * x + b
    d = w2 * s - y
    to_d = 2 * d
    to_y_pred = to_d + 1
    to_s = to_y_pred + w2
    to_b = to_s + 1
    to_p = to_s + 1
    return [to_d, to_s, to_y_pred + s, to_b, to_p + x]
# mistake own_factor: each factor gets itself
def gradients(w1, b, w2, x, y):
    s = w1 * x + b
    to_d = 2 * (w2 * s - y)
    to_s = to_d * s
    return [to_d, to_s, to_d * w2, to_s, to_s * w1]
# mistake arrows_left_out: goes on from d instead of s
def gradients(w1, b, w2, x, y):
    s = w1 * x + b
    to_d = 2 * (w2 * s - y)
    return [to_d, to_d * w2, to_d * s, to_d, to_d * x]
# mistake w2_left_out: hands d's gradient on to s
def gradients(w1, b, w2, x, y):
    s = w1 * x + b
    to_d = 2 * (w2 * s - y)
    to_s = to_d
    return [to_d, to_s, to_d * s, to_s, to_s * x]
# mistake missing_x_factor: gives w1 what b gets
def gradients(w1, b, w2, x, y):
    s = w1 * x + b
    to_d = 2 * (w2 * s - y)
    to_s = to_d * w2
    return [to_d, to_s, to_d * s, to_s, to_s]
# mistake surplus_x_factor: gives b what w1 gets
def gradients(w1, b, w2, x, y):
    s = w1 * x + b
    to_d = 2 * (w2 * s - y)
    to_s = to_d * w2
    return [to_d, to_s, to_d * s, to_s * x, to_s * x]
# mistake bias_left_out_of_s: multiplies by p
def gradients(w1, b, w2, x, y):
    p = w1 * x
    to_d = 2 * (w2 * (p + b) - y)
    return [to_d, to_d * w2, to_d * p, to_d * w2, to_d * w2 * x]
# mistake starts_with_the_loss: begins with L instead of 1
def gradients(w1, b, w2, x, y):
    s = w1 * x + b
    d = w2 * s - y
    loss = d**2
    to_d = loss * 2 * d
    to_s = to_d * w2
    return [to_d, to_s, to_d * s, to_s, to_s * x]
# mistake half_as_large: takes d for the derivative of its square
def gradients(w1, b, w2, x, y):
    s = w1 * x + b
    d = w2 * s - y
    return [d, d * w2, d * s, d * w2, d * w2 * x]
# mistake opposite_sign: y comes first
def gradients(w1, b, w2, x, y):
    s = w1 * x + b
    d = y - w2 * s
    return [2 * d, 2 * d * w2, 2 * d * s, 2 * d * w2, 2 * d * w2 * x]
# mistake reversed_order: from w1 down
def gradients(w1, b, w2, x, y):
    s = w1 * x + b
    to_d = 2 * (w2 * s - y)
    return [to_d * w2 * x, to_d * w2, to_d * s, to_d * w2, to_d]
# mistake hard_coded: the example's
def gradients(w1, b, w2, x, y):
    return [2.0, 6.0, 12.0, 6.0, 24.0]
# mistake ignores_argument: keeps the example's target
def gradients(w1, b, w2, x, y):
    s = w1 * x + b
    to_d = 2 * (w2 * s - 17.0)
    return [to_d, to_d * w2, to_d * s, to_d * w2, to_d * w2 * x]
# mistake w2_left_out_for_b: gives b what d has
def gradients(w1, b, w2, x, y):
    s = w1 * x + b
    d = 2 * (w2 * s - y)
    return [d, d * w2, d * s, d, d * w2 * x]
# mistake w2_left_out_for_w1: goes to w1 straight from d
def gradients(w1, b, w2, x, y):
    s = w1 * x + b
    d = 2 * (w2 * s - y)
    return [d, d * w2, d * s, d * w2, d * x]
# mistake w2_left_out_for_s: gives s what d has
def gradients(w1, b, w2, x, y):
    s = w1 * x + b
    d = 2 * (w2 * s - y)
    return [d, d, d * s, d * w2, d * w2 * x]
# mistake factors_exchanged: mixes up w2 and s
def gradients(w1, b, w2, x, y):
    s = w1 * x + b
    d = 2 * (w2 * s - y)
    return [d, d * s, d * w2, d * s, d * s * x]
# mistake own_factor_for_w2: multiplies w2 by itself
def gradients(w1, b, w2, x, y):
    s = w1 * x + b
    d = 2 * (w2 * s - y)
    return [d, d * w2, d * w2, d * w2, d * w2 * x]
# mistake own_factor_for_w1: multiplies w1 by itself
def gradients(w1, b, w2, x, y):
    s = w1 * x + b
    d = 2 * (w2 * s - y)
    return [d, d * w2, d * s, d * w2, d * w2 * w1]
# mistake x_for_s: as in one layer
def gradients(w1, b, w2, x, y):
    s = w1 * x + b
    d = 2 * (w2 * s - y)
    return [d, d * w2, d * x, d * w2, d * w2 * x]
# mistake surplus_b_factor: multiplies b by itself
def gradients(w1, b, w2, x, y):
    s = w1 * x + b
    d = 2 * (w2 * s - y)
    return [d, d * w2, d * s, d * w2 * b, d * w2 * x]
# mistake bias_without_gradient: takes b for a constant
def gradients(w1, b, w2, x, y):
    s = w1 * x + b
    d = 2 * (w2 * s - y)
    return [d, d * w2, d * s, 0.0, d * w2 * x]
# mistake through_s_twice: multiplies by s at s
def gradients(w1, b, w2, x, y):
    s = w1 * x + b
    d = 2 * (w2 * s - y)
    to_s = d * w2
    return [d, to_s, d * s, to_s * s, to_s * s * x]
# mistake value_of_d: returns d
def gradients(w1, b, w2, x, y):
    s = w1 * x + b
    d = 2 * (w2 * s - y)
    return [d / 2, d * w2, d * s, d * w2, d * w2 * x]
# mistake all_seven: lists the prediction as well
def gradients(w1, b, w2, x, y):
    s = w1 * x + b
    d = 2 * (w2 * s - y)
    return [d, d, d * w2, d * s, d * w2, d * w2 * x]
# mistake bias_after_w2: adds b at the end
def gradients(w1, b, w2, x, y):
    s = w1 * x
    d = 2 * (w2 * s + b - y)
    return [d, d * w2, d * s, d, d * w2 * x]
# mistake no_bias: forgets b in the values
def gradients(w1, b, w2, x, y):
    s = w1 * x
    d = 2 * (w2 * s - y)
    return [d, d * w2, d * s, d * w2, d * w2 * x]
# mistake one_layer_only: predicts s
def gradients(w1, b, w2, x, y):
    s = w1 * x + b
    d = 2 * (s - y)
    return [d, d * w2, d * s, d * w2, d * w2 * x]
# mistake target_forgotten: squares the prediction
def gradients(w1, b, w2, x, y):
    s = w1 * x + b
    d = 2 * w2 * s
    return [d, d * w2, d * s, d * w2, d * w2 * x]
# unknown: subtracts the bias
def gradients(w1, b, w2, x, y):
    s = w1 * x - b
    to_d = 2 * (w2 * s - y)
    return [to_d, to_d * w2, to_d * s, to_d * w2, to_d * w2 * x]
# unknown: four numbers, without b
def gradients(w1, b, w2, x, y):
    s = w1 * x + b
    to_d = 2 * (w2 * s - y)
    return [to_d, to_d * w2, to_d * s, to_d * w2 * x]
