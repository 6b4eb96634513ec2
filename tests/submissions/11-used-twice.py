# correct: by the paths
def gradients(a, b):
    h = a * b
    return [2 * h * b + 1, 2 * h * a]


# correct: multiplied out
def gradients(a, b):
    return (2 * a * b**2 + 1, 2 * a**2 * b)


# correct: every path by itself
def gradients(a, b):
    h = a * b
    paths_to_a = [1 * h * b, 1 * h * b, 1]
    paths_to_b = [h * a, h * a]
    return [sum(paths_to_a), sum(paths_to_b)]


# correct: torch
import torch


def gradients(a, b):
    a = torch.tensor(a, requires_grad=True)
    b = torch.tensor(b, requires_grad=True)
    h = a * b
    L = h * h + a
    L.backward()
    return torch.stack([a.grad, b.grad])


# correct: passes on node by node
def gradients(a, b):
    grad = {"L": 1.0, "h": 0.0, "a": 0.0, "b": 0.0}
    h = a * b
    grad["h"] += grad["L"] * h
    grad["h"] += grad["L"] * h
    grad["a"] += grad["L"]
    grad["a"] += grad["h"] * b
    grad["b"] += grad["h"] * a
    return [grad["a"], grad["b"]]


# correct: nudges
def gradients(a, b):
    def L(a, b):
        return (a * b) ** 2 + a

    e = 1e-5
    return [(L(a + e, b) - L(a - e, b)) / (2 * e), (L(a, b + e) - L(a, b - e)) / (2 * e)]


# mistake direct_path_lost: overlooks the last a
def gradients(a, b):
    h = a * b
    return [2 * h * b, 2 * h * a]


# mistake direct_path_alone: = where += belongs
def gradients(a, b):
    h = a * b
    grad_a = 2 * h * b
    grad_a = 1.0
    return [grad_a, 2 * h * a]


# mistake direct_path_for_both: adds 1 to both
def gradients(a, b):
    h = a * b
    return [2 * h * b + 1, 2 * h * a + 1]


# mistake square_as_one_use: one path through h
def gradients(a, b):
    h = a * b
    return [h * b + 1, h * a]


# mistake square_not_derived: takes the square for its derivative
def gradients(a, b):
    h = a * b
    return [h * h * b + 1, h * h * a]


# mistake arriving_gradient_lost: local gradients only
def gradients(a, b):
    return [b + 1, a]


# mistake own_factor_of_product: each factor itself
def gradients(a, b):
    h = a * b
    return [2 * h * a + 1, 2 * h * b]


# mistake reversed_order: b first
def gradients(a, b):
    h = a * b
    return [2 * h * a, 2 * h * b + 1]


# mistake hard_coded: the numbers of the lesson
def gradients(a, b):
    return [9.0, 4.0]


# mistake gives_none: prints
def gradients(a, b):
    h = a * b
    print([2 * h * b + 1, 2 * h * a])


# unknown: multiplies the two paths
def gradients(a, b):
    h = a * b
    return [2 * h * b * a, 2 * h * a]


# unknown: the square forgotten in one place
def gradients(a, b):
    return [2 * a * b**2 + 1, 2 * a * b]


# mistake arrives_unchanged: what arrives at h goes on as it is
def gradients(a, b):
    h = a * b
    return [2 * h + 1, 2 * h]


# mistake direct_path_by_value: adds a itself
def gradients(a, b):
    h = a * b
    return [2 * h * b + a, 2 * h * a]
