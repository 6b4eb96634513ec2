# correct: as the lesson writes it
def arriving(last, weights, slopes):
    grads = [last * slopes[-1]]
    for k in range(len(weights) - 1, 0, -1):
        grads.append(grads[-1] * weights[k] * slopes[k - 1])
    return grads[::-1]
# correct: fills a list from its end
def arriving(last, weights, slopes):
    n = len(weights)
    result = [0.0] * n
    result[n - 1] = last * slopes[n - 1]
    for k in range(n - 2, -1, -1):
        result[k] = result[k + 1] * weights[k + 1] * slopes[k]
    return result
# correct: numpy's running product, an array
import numpy as np


def arriving(last, weights, slopes):
    factors = np.array([last] + weights[:0:-1]) * np.array(slopes[::-1])
    return np.cumprod(factors)[::-1]
# correct: recursion, a tuple
def arriving(last, weights, slopes):
    if len(weights) == 1:
        return (last * slopes[0],)
    above = arriving(last, weights[1:], slopes[1:])
    return (above[0] * weights[1] * slopes[0], *above)
# correct: every layer by a product of its own, torch numbers
import torch


def arriving(last, weights, slopes):
    grads = []
    for k in range(len(weights)):
        grad = torch.tensor(last)
        for j in range(k, len(weights)):
            grad = grad * slopes[j]
            if j > k:
                grad = grad * weights[j]
        grads.append(grad)
    return grads
# correct: autograd through a chain with these slopes
import torch


def arriving(last, weights, slopes):
    zs = []
    h = torch.zeros((), requires_grad=True)
    for w, s in zip(weights, slopes):
        z = w * h
        zs.append(z)
        h = s * z
    return [grad.item() for grad in torch.autograd.grad(last * h, zs)]
# mistake weights_left_out: multiplies slopes only
def arriving(last, weights, slopes):
    grads = []
    grad = last
    for s in reversed(slopes):
        grad = grad * s
        grads.insert(0, grad)
    return grads
# mistake slopes_left_out: multiplies weights only
def arriving(last, weights, slopes):
    grads = [last]
    for w in weights[:0:-1]:
        grads.insert(0, grads[0] * w)
    return grads
# mistake top_slope_left_out: starts with last itself
def arriving(last, weights, slopes):
    grads = [last]
    for k in range(len(weights) - 1, 0, -1):
        grads.insert(0, grads[0] * weights[k] * slopes[k - 1])
    return grads
# mistake own_weight: takes the weight of the layer that it comes to
def arriving(last, weights, slopes):
    grads = [last * slopes[-1]]
    for k in range(len(weights) - 2, -1, -1):
        grads.insert(0, grads[0] * weights[k] * slopes[k])
    return grads
# mistake weight_at_top: each layer's own weight and slope, from the top
def arriving(last, weights, slopes):
    grads, grad = [], last
    for w, s in zip(weights[::-1], slopes[::-1]):
        grad = grad * w * s
        grads.insert(0, grad)
    return grads
# mistake slope_of_layer_above: takes the slope of the layer that it leaves
def arriving(last, weights, slopes):
    grads = [last * slopes[-1]]
    for k in range(len(weights) - 1, 0, -1):
        grads.insert(0, grads[0] * weights[k] * slopes[k])
    return grads
# mistake factors_not_chained: each layer from last alone
def arriving(last, weights, slopes):
    grads = []
    for k in range(len(weights) - 1):
        grads.append(last * weights[k + 1] * slopes[k])
    grads.append(last * slopes[-1])
    return grads
# mistake begins_at_the_bottom: goes from the first layer up
def arriving(last, weights, slopes):
    grads = [last * slopes[0]]
    for k in range(1, len(weights)):
        grads.append(grads[-1] * weights[k] * slopes[k])
    return grads
# mistake one_layer_too_far: the gradient at the input as well
def arriving(last, weights, slopes):
    grads = []
    grad = last
    for w, s in zip(reversed(weights), reversed(slopes)):
        grad = grad * s
        grads.insert(0, grad)
        grad = grad * w
    return [grad, *grads]
# mistake gradient_at_h: before each slope instead of behind it
def arriving(last, weights, slopes):
    grads = [last]
    for k in range(len(weights) - 1, 0, -1):
        grads.insert(0, grads[0] * slopes[k] * weights[k])
    return grads
# mistake reversed_order: the top layer's first
def arriving(last, weights, slopes):
    grads = [last * slopes[-1]]
    for k in range(len(weights) - 1, 0, -1):
        grads.append(grads[-1] * weights[k] * slopes[k - 1])
    return grads
# mistake gives_none: prints
def arriving(last, weights, slopes):
    grads = [last * slopes[-1]]
    for k in range(len(weights) - 1, 0, -1):
        grads.append(grads[-1] * weights[k] * slopes[k - 1])
    print(grads[::-1])
# mistake hard_coded: the example's numbers
def arriving(last, weights, slopes):
    return [-0.08, -0.2, 0.4]
# mistake from_the_first_layer: a loop over both lists from last on
def arriving(last, weights, slopes):
    grads = []
    for w, s in zip(weights, slopes):
        last = last * w * s
        grads.append(last)
    return grads
# mistake last_in_the_list: begins the list with last
def arriving(last, weights, slopes):
    grads = [last, last * slopes[-1]]
    for k in range(len(weights) - 1, 0, -1):
        grads.append(grads[-1] * weights[k] * slopes[k - 1])
    return grads[::-1]
# mistake first_layer_only: returns what it ends with
def arriving(last, weights, slopes):
    grad = last * slopes[-1]
    for k in range(len(weights) - 1, 0, -1):
        grad = grad * weights[k] * slopes[k - 1]
    return grad
# unknown: adds where it should multiply
def arriving(last, weights, slopes):
    grads = [last + slopes[-1]]
    for k in range(len(weights) - 1, 0, -1):
        grads.insert(0, grads[0] + weights[k] + slopes[k - 1])
    return grads
# unknown: divides by the weights
def arriving(last, weights, slopes):
    grads = [last * slopes[-1]]
    for k in range(len(weights) - 1, 0, -1):
        grads.insert(0, grads[0] / weights[k] * slopes[k - 1])
    return grads
