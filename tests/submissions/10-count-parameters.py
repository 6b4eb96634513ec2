# correct: layer by layer
def count_parameters(inputs, hidden, outputs):
    first = hidden * inputs + hidden
    second = outputs * hidden + outputs
    return first + second


# correct: in one formula
def count_parameters(inputs, hidden, outputs):
    return (inputs + 1) * hidden + (hidden + 1) * outputs


# correct: makes the layers and counts
from torch import nn


def count_parameters(inputs, hidden, outputs):
    model = nn.Sequential(nn.Linear(inputs, hidden), nn.Linear(hidden, outputs))
    return sum(p.numel() for p in model.parameters())


# correct: multiplies shapes, as a float
import numpy as np


def count_parameters(inputs, hidden, outputs):
    shapes = [(hidden, inputs), (hidden,), (outputs, hidden), (outputs,)]
    return float(sum(np.prod(shape) for shape in shapes))


# correct: counts entries of a module of its own, as a tensor
import torch
from torch import nn


class Network(nn.Module):
    def __init__(self, inputs, hidden, outputs):
        super().__init__()
        self.first = nn.Linear(inputs, hidden)
        self.second = nn.Linear(hidden, outputs)


def count_parameters(inputs, hidden, outputs):
    model = Network(inputs, hidden, outputs)
    return torch.cat([p.reshape(-1) for p in model.parameters()]).shape[0]


# mistake biases_not_counted: arrows only
def count_parameters(inputs, hidden, outputs):
    return inputs * hidden + hidden * outputs


# mistake second_layer_not_counted: stops too early
def count_parameters(inputs, hidden, outputs):
    return hidden * inputs + hidden


# mistake first_layer_not_counted: counts the last layer
def count_parameters(inputs, hidden, outputs):
    return outputs * hidden + outputs


# mistake one_bias_a_layer: takes a bias for one number
def count_parameters(inputs, hidden, outputs):
    return hidden * inputs + 1 + outputs * hidden + 1


# mistake bias_counted_by_inputs: takes the wrong side
def count_parameters(inputs, hidden, outputs):
    return hidden * inputs + inputs + outputs * hidden + hidden


# mistake hidden_layer_skipped: one layer
def count_parameters(inputs, hidden, outputs):
    return outputs * inputs + outputs


# mistake tensors_for_numbers: counts the tensors
from torch import nn


def count_parameters(inputs, hidden, outputs):
    model = nn.Sequential(nn.Linear(inputs, hidden), nn.Linear(hidden, outputs))
    return len(list(model.parameters()))


# mistake units_for_numbers: counts the circles
def count_parameters(inputs, hidden, outputs):
    return inputs + hidden + outputs


# mistake twice_as_large: with a gradient for each
def count_parameters(inputs, hidden, outputs):
    return 2 * ((inputs + 1) * hidden + (hidden + 1) * outputs)


# mistake one_too_many: counts from 1
def count_parameters(inputs, hidden, outputs):
    return (inputs + 1) * hidden + (hidden + 1) * outputs + 1


# mistake one_too_few: counts from 0
def count_parameters(inputs, hidden, outputs):
    return (inputs + 1) * hidden + (hidden + 1) * outputs - 1


# mistake hard_coded: the number of the lesson
def count_parameters(inputs, hidden, outputs):
    return 13


# mistake gives_none: prints it
def count_parameters(inputs, hidden, outputs):
    print((inputs + 1) * hidden + (hidden + 1) * outputs)


# mistake sizes_multiplied: multiplies everything
def count_parameters(inputs, hidden, outputs):
    return inputs * hidden * outputs


# mistake bias_of_one: one output, one bias
def count_parameters(inputs, hidden, outputs):
    return inputs * hidden + hidden + hidden * outputs + 1


# unknown: forgets the last bias
def count_parameters(inputs, hidden, outputs):
    return inputs * hidden + hidden + hidden * outputs
