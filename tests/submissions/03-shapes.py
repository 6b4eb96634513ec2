# correct: as lists
def shapes(n, m, k):
    return [[m, n], [m], [k, m], [k]]


# correct: as tuples, the way torch shows them
def shapes(n, m, k):
    return (m, n), (m,), (k, m), (k,)


# correct: asks tensors for their shapes
import torch


def shapes(n, m, k):
    weights = torch.zeros(m, n), torch.zeros(m), torch.zeros(k, m), torch.zeros(k)
    return [w.shape for w in weights]


# correct: layer by layer
def shapes(n, m, k):
    found = []
    for before, after in ((n, m), (m, k)):
        found += [[after, before], [after]]
    return found


# correct: asks torch's own layers
import torch


def shapes(n, m, k):
    layers = torch.nn.Linear(n, m), torch.nn.Linear(m, k)
    return [list(p.shape) for layer in layers for p in layer.parameters()]


# correct: floats
def shapes(n, m, k):
    return [[float(m), float(n)], [float(m)], [float(k), float(m)], [float(k)]]


# mistake columns_before_rows: inputs first
def shapes(n, m, k):
    return [[n, m], [m], [m, k], [k]]


# mistake bias_of_the_inputs: as many biases as inputs
def shapes(n, m, k):
    return [[m, n], [n], [k, m], [m]]


# mistake bias_shaped_as_matrix: a bias for each weight
def shapes(n, m, k):
    return [[m, n], [m, n], [k, m], [k, m]]


# mistake second_layer_takes_x: the second layer sees the data
def shapes(n, m, k):
    return [(m, n), (m,), (k, n), (k,)]


# mistake layers_exchanged: the second layer first
def shapes(n, m, k):
    return [[k, m], [k], [m, n], [m]]


# mistake bias_as_column: columns
def shapes(n, m, k):
    return [[m, n], [m, 1], [k, m], [k, 1]]


# mistake one_bias_for_all: one bias a layer
def shapes(n, m, k):
    return [[m, n], [1], [k, m], [1]]


# mistake reversed_order: from the last to the first
def shapes(n, m, k):
    return [[k], [k, m], [m], [m, n]]


# mistake one_too_many: counts from 1 where nothing is to be counted
def shapes(n, m, k):
    return [[m + 1, n + 1], [m + 1], [k + 1, m + 1], [k + 1]]


# mistake hard_coded: the example's answer
def shapes(n, m, k):
    return [[3, 4], [3], [2, 3], [2]]


# mistake ignores_argument: two predictions, whatever k is
def shapes(n, m, k):
    return [[m, n], [m], [2, m], [2]]


# mistake biases_left_out: matrices only
def shapes(n, m, k):
    return [[m, n], [k, m]]


# mistake sizes_for_shapes: counts
def shapes(n, m, k):
    return [m * n, m, k * m, k]


# mistake weights_then_biases: in another order
def shapes(n, m, k):
    return [[m, n], [k, m], [m], [k]]


# mistake number_for_vector: a number for a vector
def shapes(n, m, k):
    return [[m, n], m, [k, m], k]


# mistake w1_turned: only the first one turned
def shapes(n, m, k):
    return [[n, m], [m], [k, m], [k]]


# mistake w2_turned: only the second one turned
def shapes(n, m, k):
    return [[m, n], [m], [m, k], [k]]


# mistake shapes_in_one_list: flat
def shapes(n, m, k):
    return [m, n, m, k, m, k]


# unknown: the last one is missing
def shapes(n, m, k):
    return [[m, n], [m], [k, m]]
