# correct: as the lesson writes it
import math


def softmax(logits):
    e = [math.exp(z - max(logits)) for z in logits]
    return [each / sum(e) for each in e]


def logit_gradient(logits, label):
    gradient = softmax(logits)
    gradient[label] -= 1
    return gradient
# correct: one-hot in torch, a tensor returned
import torch
import torch.nn.functional as F


def logit_gradient(logits, label):
    p = torch.softmax(torch.tensor(logits), 0)
    return p - F.one_hot(torch.tensor(label), len(logits))
# correct: by backward
import torch
import torch.nn.functional as F


def logit_gradient(logits, label):
    z = torch.tensor(logits, requires_grad=True)
    F.cross_entropy(z, torch.tensor(label)).backward()
    return z.grad.tolist()
# correct: numpy
import numpy as np


def logit_gradient(logits, label):
    e = np.exp(logits)
    return e / e.sum() - np.eye(len(logits))[label]
# correct: a comprehension with a comparison, a tuple returned
from math import exp


def logit_gradient(logits, label):
    total = sum(exp(z) for z in logits)
    return tuple(exp(z) / total - (k == label) for k, z in enumerate(logits))
# correct: by central differences of the loss
import math


def loss(logits, label):
    return math.log(sum(math.exp(z) for z in logits)) - logits[label]


def logit_gradient(logits, label):
    h = 1e-5
    gradient = []
    for k in range(len(logits)):
        up, down = list(logits), list(logits)
        up[k] += h
        down[k] -= h
        gradient.append((loss(up, label) - loss(down, label)) / (2 * h))
    return gradient
# mistake opposite_sign: y - p
import torch
import torch.nn.functional as F


def logit_gradient(logits, label):
    p = torch.softmax(torch.tensor(logits), 0)
    return (F.one_hot(torch.tensor(label), len(logits)) - p).tolist()
# mistake p_alone: p alone
import torch


def logit_gradient(logits, label):
    return torch.softmax(torch.tensor(logits), 0).tolist()
# mistake prediction_left_out: only the -1 of the right class
def logit_gradient(logits, label):
    return [-1.0 if k == label else 0.0 for k in range(len(logits))]
# mistake one_from_each: p - 1 everywhere
import torch


def logit_gradient(logits, label):
    return (torch.softmax(torch.tensor(logits), 0) - 1).tolist()
# mistake right_class_only: the other logits get nothing
import torch


def logit_gradient(logits, label):
    p = torch.softmax(torch.tensor(logits), 0)
    gradient = [0.0] * len(logits)
    gradient[label] = p[label].item() - 1
    return gradient
# mistake label_from_one: the one stands a place too early
import torch


def logit_gradient(logits, label):
    gradient = torch.softmax(torch.tensor(logits), 0).tolist()
    gradient[label - 1] -= 1
    return gradient
# mistake divided_by_classes: a mean over the classes
import torch
import torch.nn.functional as F


def logit_gradient(logits, label):
    p = torch.softmax(torch.tensor(logits), 0)
    return ((p - F.one_hot(torch.tensor(label), len(logits))) / len(logits)).tolist()
# mistake twice_as_large: 2 (p - y), as if it were a squared error
import torch
import torch.nn.functional as F


def logit_gradient(logits, label):
    p = torch.softmax(torch.tensor(logits), 0)
    return (2 * (p - F.one_hot(torch.tensor(label), len(logits)))).tolist()
# mistake squared_error_of_classes: the squared error's gradient, through softmax
import torch


def logit_gradient(logits, label):
    z = torch.tensor(logits, requires_grad=True)
    y = torch.eye(len(logits))[label]
    ((torch.softmax(z, 0) - y) ** 2).sum().backward()
    return z.grad.tolist()
# mistake gradient_at_probability: -1/p of the right class, as it arrives at p
import torch


def logit_gradient(logits, label):
    p = torch.softmax(torch.tensor(logits), 0)
    gradient = [0.0] * len(logits)
    gradient[label] = -1 / p[label].item()
    return gradient
# mistake absolute_value: the sizes alone
import torch


def logit_gradient(logits, label):
    p = torch.softmax(torch.tensor(logits), 0)
    p[label] -= 1
    return p.abs().tolist()
# mistake not_divided_by_sum: e^z - y
import math


def logit_gradient(logits, label):
    e = [math.exp(z) for z in logits]
    e[label] -= 1
    return e
# mistake logits_for_probabilities: z - y
def logit_gradient(logits, label):
    gradient = list(logits)
    gradient[label] -= 1
    return gradient
# mistake softmax_twice: cross_entropy of probabilities, by backward
import torch
import torch.nn.functional as F


def logit_gradient(logits, label):
    z = torch.tensor(logits, requires_grad=True)
    F.cross_entropy(torch.softmax(z, 0), torch.tensor(label)).backward()
    return z.grad.tolist()
# unknown: the right class's number alone
import torch


def logit_gradient(logits, label):
    return torch.softmax(torch.tensor(logits), 0)[label].item() - 1
# mistake gives_none: changes a list and forgets to return it
import torch


def logit_gradient(logits, label):
    gradient = torch.softmax(torch.tensor(logits), 0).tolist()
    gradient[label] -= 1
# unknown: multiplies by the probabilities
import torch


def logit_gradient(logits, label):
    p = torch.softmax(torch.tensor(logits), 0)
    y = torch.eye(len(logits))[label]
    return (p * (p - y)).tolist()
