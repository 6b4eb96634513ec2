# correct: typed in from paper
def two_updates():
    return [2.1, 2.01]
# correct: two lines that compute it
def two_updates():
    w = 3.0
    first = w - 0.05 * 2 * 3 * (w * 3 - 6)
    second = first - 0.05 * 2 * 3 * (first * 3 - 6)
    return first, second
# correct: a loop
def two_updates():
    w, path = 3.0, []
    for _ in range(2):
        slope = 2 * (w * 3.0 - 6.0) * 3.0
        w -= 0.05 * slope
        path.append(w)
    return path
# correct: by the shrinking distance to 2
def two_updates():
    factor = 1 - 0.05 * 18
    return [2 + factor, 2 + factor**2]
# correct: numpy
import numpy as np


def two_updates():
    return np.array([2.1, 2.01], dtype=np.float32)
# correct: finite differences
def two_updates():
    def loss(w):
        return (3 * w - 6) ** 2

    w, path, h = 3.0, [], 0.001
    for _ in range(2):
        w = w - 0.05 * (loss(w + h) - loss(w - h)) / (2 * h)
        path.append(w)
    return path
# mistake wrong_sign: adds
def two_updates():
    w, path = 3.0, []
    for _ in range(2):
        w = w + 0.05 * 6 * (3 * w - 6)
        path.append(w)
    return path
# mistake same_slope_again: takes 18 twice
def two_updates():
    return [3 - 0.05 * 18, 3 - 2 * 0.05 * 18]
# mistake missing_factor_2: has no factor 2 in the slope
def two_updates():
    w, path = 3.0, []
    for _ in range(2):
        w = w - 0.05 * (3 * w - 6) * 3
        path.append(w)
    return path
# mistake missing_x_factor: has no factor x in the slope
def two_updates():
    w, path = 3.0, []
    for _ in range(2):
        w = w - 0.05 * 2 * (3 * w - 6)
        path.append(w)
    return path
# mistake rate_forgotten: subtracts all of the slope
def two_updates():
    w, path = 3.0, []
    for _ in range(2):
        w = w - 6 * (3 * w - 6)
        path.append(w)
    return path
# mistake start_counted: begins with the start
def two_updates():
    return [3.0, 2.1]
# mistake both_from_the_start: does the same update twice
def two_updates():
    w = 3.0
    first = w - 0.05 * 18
    second = w - 0.05 * 18
    return [first, second]
# mistake steps_for_weights: returns what is subtracted
def two_updates():
    return [0.05 * 18, 0.05 * 1.8]
# mistake slopes_for_weights: returns the slopes
def two_updates():
    return [18, 1.8]
# mistake losses_for_weights: returns the losses
def two_updates():
    return [9.0, 0.09]
# mistake reversed_order: the second one first
def two_updates():
    return [2.01, 2.1]
# mistake gives_none: prints the list
def two_updates():
    print([2.1, 2.01])
# mistake start_included: keeps the start in its list
def two_updates():
    w, path = 3.0, [3.0]
    for _ in range(2):
        w = w - 0.05 * 2 * (w * 3 - 6) * 3
        path.append(w)
    return path
# mistake last_only: returns one number
def two_updates():
    w = 3.0
    for _ in range(2):
        w = w - 0.05 * 2 * (w * 3 - 6) * 3
    return w
# mistake example_copied: types the example
def two_updates():
    return [3.6, 3.28]
# mistake rate_of_lesson: takes the lr of the cells above
def two_updates():
    w, path, lr = 3.0, [], 0.01
    for _ in range(2):
        w = w - lr * 2 * (w * 3 - 6) * 3
        path.append(w)
    return path
# mistake rate_of_example: takes the lr of the example
def two_updates():
    w, path = 3.0, []
    for _ in range(2):
        w = w - 0.1 * 2 * (w * 3 - 6) * 3
        path.append(w)
    return path
# mistake start_of_lesson: starts at 1
def two_updates():
    return [1.9, 1.99]
# mistake start_of_example: starts at 4
def two_updates():
    return [2.2, 2.02]
# mistake first_sample: takes x = 1
def two_updates():
    return [2.9, 2.81]
# mistake second_sample: takes x = 2
def two_updates():
    return [2.6, 2.36]
# unknown: rounds on paper too early
def two_updates():
    return [2.1, 2.0]
# unknown: rounds the second one
def two_updates():
    return [2.1, 2.0]
