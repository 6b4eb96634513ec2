# correct: as the lesson writes it
import math


def softmax(logits):
    largest = max(logits)
    exponentials = [math.exp(z - largest) for z in logits]
    return [each / sum(exponentials) for each in exponentials]
# correct: torch.softmax, a tensor returned
import torch


def softmax(logits):
    return torch.softmax(torch.tensor(logits), dim=0)
# correct: numpy, an array returned
import numpy as np


def softmax(logits):
    z = np.array(logits)
    z = np.exp(z - z.max())
    return z / z.sum()
# correct: by differences only: p_k is one over the sum of e^(z_j - z_k)
from math import exp


def softmax(logits):
    return tuple(1 / sum(exp(other - z) for other in logits) for z in logits)
# correct: shifted by the mean, which is as good where the logits lie close together
import math


def softmax(logits):
    middle = sum(logits) / len(logits)
    powers = []
    for z in logits:
        powers.append(math.exp(z - middle))
    total = 0.0
    for power in powers:
        total += power
    result = []
    for power in powers:
        result.append(power / total)
    return result
# correct: e to the log-softmax
import torch


def softmax(logits):
    z = torch.tensor(logits, dtype=torch.float64)
    return torch.exp(z - torch.logsumexp(z, dim=0)).tolist()
# correct: a list of 0-d tensors
import torch


def softmax(logits):
    m = max(logits)
    e = [torch.exp(torch.tensor(z - m)) for z in logits]
    return [each / sum(e) for each in e]
# mistake unshifted_softmax: torch without the shift gives nan
import torch


def softmax(logits):
    z = torch.tensor(logits)
    return (torch.exp(z) / torch.exp(z).sum()).tolist()
# mistake unshifted_softmax: numpy without the shift gives nan, and warns
import warnings

import numpy as np


def softmax(logits):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        e = np.exp(np.array(logits))
        return e / e.sum()
# mistake not_divided_by_sum: stops at the exponentials
import math


def softmax(logits):
    return [math.exp(z - max(logits)) for z in logits]
# mistake divides_by_mean: the mean of the exponentials instead of their sum
import torch


def softmax(logits):
    z = torch.tensor(logits)
    e = torch.exp(z - z.max())
    return e / e.mean()
# mistake shares_of_scores: divides the logits themselves by their sum
def softmax(logits):
    return [z / sum(logits) for z in logits]
# mistake largest_only: all for the largest logit
def softmax(logits):
    return [1.0 if z == max(logits) else 0.0 for z in logits]
# mistake log_for_probability: the logarithms of the probabilities
import torch


def softmax(logits):
    return torch.log_softmax(torch.tensor(logits), dim=0)
# mistake sigmoid_for_softmax: squashes each shifted logit alone
import torch


def softmax(logits):
    z = torch.tensor(logits)
    return torch.sigmoid(z - z.max()).tolist()
# mistake power_of_two: 2 to the power of z
def softmax(logits):
    powers = [2 ** (z - max(logits)) for z in logits]
    return [power / sum(powers) for power in powers]
# mistake negated_logits: e^(-z), so that the smallest logit gets the most
import math


def softmax(logits):
    lowest = min(logits)
    e = [math.exp(-(z - lowest)) for z in logits]
    return [each / sum(e) for each in e]
# mistake softmax_twice: the softmax of the softmax
import torch


def softmax(logits):
    return torch.softmax(torch.softmax(torch.tensor(logits), 0), 0).tolist()
# mistake reversed_order: the other way round
import math


def softmax(logits):
    e = [math.exp(z - max(logits)) for z in logits]
    return [each / sum(e) for each in e][::-1]
# mistake hard_coded: the numbers of the example
def softmax(logits):
    return [0.7053845, 0.2594965, 0.0351190]
# mistake gives_none: forgets the return
import math


def softmax(logits):
    e = [math.exp(z - max(logits)) for z in logits]
    p = [each / sum(e) for each in e]
# unknown: squares the probabilities
import math


def softmax(logits):
    e = [math.exp(z - max(logits)) for z in logits]
    return [(each / sum(e)) ** 2 for each in e]
# unknown: halves the logits, a softmax at another temperature
import math


def softmax(logits):
    e = [math.exp((z - max(logits)) / 2) for z in logits]
    return [each / sum(e) for each in e]
# mistake unshifted_softmax: plain Python, which stops at the exponential
import math


def softmax(logits):
    exponentials = [math.exp(z) for z in logits]
    return [each / sum(exponentials) for each in exponentials]
