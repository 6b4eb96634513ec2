# correct: arrow by arrow
def two_paths(w, x, y):
    d = w * x - y
    to_d = 1.0 * w
    to_p = to_d * 1.0
    through_p = to_p * x
    straight = 1.0 * d
    return [straight, through_p, straight + through_p]
# correct: finished formulas in a tuple
def two_paths(w, x, y):
    return w * x - y, w * x, 2 * w * x - y
# correct: nudges one use of w at a time
def two_paths(w, x, y):
    def loss(outer, inner):
        return outer * (inner * x - y)

    h = 1e-4
    straight = (loss(w + h, w) - loss(w - h, w)) / (2 * h)
    through_p = (loss(w, w + h) - loss(w, w - h)) / (2 * h)
    return [straight, through_p, (loss(w + h, w + h) - loss(w - h, w - h)) / (2 * h)]
# correct: adds into the list at the end
def two_paths(w, x, y):
    found = [w * x - y]
    found.append(w * x)
    found.append(sum(found))
    return found
# correct: autograd with w as two leaves
import torch


def two_paths(w, x, y):
    outer, inner = torch.tensor(w, requires_grad=True), torch.tensor(w, requires_grad=True)
    (outer * (inner * x - y)).backward()
    return torch.stack([outer.grad, inner.grad, outer.grad + inner.grad])
# correct: numpy
import numpy as np


def two_paths(w, x, y):
    paths = np.array([w * x - y, w * x])
    return np.append(paths, paths.sum())
# mistake multiplies_paths: multiplies at w as well
def two_paths(w, x, y):
    d, p = w * x - y, w * x
    return [d, p, d * p]
# mistake last_path_only: has = for +=
def two_paths(w, x, y):
    grad = straight = w * x - y
    grad = through_p = w * x
    return [straight, through_p, grad]
# mistake first_path_only: forgets the longer path
def two_paths(w, x, y):
    straight, through_p = w * x - y, w * x
    return [straight, through_p, straight]
# mistake paths_averaged: takes the mean
def two_paths(w, x, y):
    straight, through_p = w * x - y, w * x
    return [straight, through_p, (straight + through_p) / 2]
# mistake paths_subtracted: takes the difference
def two_paths(w, x, y):
    straight, through_p = w * x - y, w * x
    return [straight, through_p, straight - through_p]
# mistake paths_swapped: mixes up the two
def two_paths(w, x, y):
    straight, through_p = w * x, w * x - y
    return [straight, through_p, straight + through_p]
# mistake arriving_left_out: forgets that w arrives at p
def two_paths(w, x, y):
    straight, through_p = w * x - y, x
    return [straight, through_p, straight + through_p]
# mistake missing_x_factor: forgets the last arrow
def two_paths(w, x, y):
    straight, through_p = w * x - y, w
    return [straight, through_p, straight + through_p]
# mistake own_factor: each factor gets itself
def two_paths(w, x, y):
    d = w * x - y
    straight, to_d = w, d
    through_p = to_d * w
    return [straight, through_p, straight + through_p]
# mistake target_left_out: takes p for d
def two_paths(w, x, y):
    p = w * x
    return [p, p, p + p]
# mistake opposite_sign: everything times −1
def two_paths(w, x, y):
    return [y - w * x, -w * x, y - 2 * w * x]
# mistake reversed_order: the sum first
def two_paths(w, x, y):
    return [2 * w * x - y, w * x, w * x - y]
# mistake hard_coded: the example's
def two_paths(w, x, y):
    return [1.0, 6.0, 7.0]
# mistake gives_none: prints
def two_paths(w, x, y):
    print([w * x - y, w * x, 2 * w * x - y])
# mistake straight_own_factor: w gets itself
def two_paths(w, x, y):
    return [w, w * x, w + w * x]
# mistake straight_as_one: takes L for a sum at w
def two_paths(w, x, y):
    return [1.0, w * x, 1.0 + w * x]
# mistake straight_is_the_loss: starts with L
def two_paths(w, x, y):
    d = w * x - y
    return [w * d, w * x, w * d + w * x]
# mistake through_own_factor: d gets itself
def two_paths(w, x, y):
    d = w * x - y
    return [d, d * x, d + d * x]
# mistake through_both_factors: multiplies by all that is there
def two_paths(w, x, y):
    d = w * x - y
    return [d, w * d * x, d + w * d * x]
# mistake through_w_twice: one w too many
def two_paths(w, x, y):
    d = w * x - y
    return [d, w * w * x, d + w * w * x]
# mistake through_sign: takes y − p
def two_paths(w, x, y):
    d = w * x - y
    return [d, -w * x, d - w * x]
# mistake loss_squared: has a 2
def two_paths(w, x, y):
    d = w * x - y
    return [2 * d, w * x, 2 * d + w * x]
# mistake sum_left_out: two of three
def two_paths(w, x, y):
    d = w * x - y
    return [d, w * x]
# mistake sum_only: the whole
def two_paths(w, x, y):
    return w * x - y + w * x
# unknown: adds the loss as a third path
def two_paths(w, x, y):
    d, p = w * x - y, w * x
    return [d, p, d + p + w * d]
# unknown: the larger of the two
def two_paths(w, x, y):
    d, p = w * x - y, w * x
    return [d, p, max(d, p, key=abs) * 1.5]
