# correct: as the lesson writes it
import math


def cross_entropy(logits, label):
    largest = max(logits)
    total = sum(math.exp(z - largest) for z in logits)
    return largest + math.log(total) - logits[label]
# correct: by torch, a 0-d tensor returned
import torch
import torch.nn.functional as F


def cross_entropy(logits, label):
    return F.cross_entropy(torch.tensor(logits), torch.tensor(label))
# correct: a batch of one sample
import torch
from torch import nn


def cross_entropy(logits, label):
    return nn.CrossEntropyLoss()(torch.tensor([logits]), torch.tensor([label])).item()
# correct: numpy's logaddexp
import numpy as np


def cross_entropy(logits, label):
    return np.logaddexp.reduce(logits) - logits[label]
# correct: shifted by the right logit where that is safe, else by the largest
import math


def cross_entropy(logits, label):
    differences = [z - logits[label] for z in logits]
    top = max(differences)
    return top + math.log(sum(math.exp(d - top) for d in differences))
# correct: one-hot times log_softmax
import torch
import torch.nn.functional as F


def cross_entropy(logits, label):
    y = F.one_hot(torch.tensor(label), len(logits))
    return -(y * torch.log_softmax(torch.tensor(logits), 0)).sum().item()
# correct: log-sum-exp minus the right logit, in float32
import torch


def cross_entropy(logits, label):
    z = torch.tensor(logits)
    return torch.logsumexp(z, 0) - z[label]
# mistake log_of_softmax: a stable softmax, then its logarithm, in torch
import torch


def cross_entropy(logits, label):
    return -torch.log(torch.softmax(torch.tensor(logits), 0))[label].item()
# mistake probability_for_log: the probability itself
import torch


def cross_entropy(logits, label):
    return torch.softmax(torch.tensor(logits), 0)[label].item()
# mistake opposite_sign: log p, without the minus
import torch


def cross_entropy(logits, label):
    return torch.log_softmax(torch.tensor(logits), 0)[label].item()
# mistake base_ten_log: log10
import torch


def cross_entropy(logits, label):
    loss = torch.nn.functional.cross_entropy(torch.tensor(logits), torch.tensor(label))
    return loss.item() * 0.4342944819
# mistake base_two_log: in bits
import math


def cross_entropy(logits, label):
    m = max(logits)
    return (m + math.log(sum(math.exp(z - m) for z in logits)) - logits[label]) / math.log(2)
# mistake one_minus_probability: how far p is from 1
import torch


def cross_entropy(logits, label):
    return 1 - torch.softmax(torch.tensor(logits), 0)[label]
# mistake squared_error_of_classes: the squared error of the probabilities
import torch


def cross_entropy(logits, label):
    p = torch.softmax(torch.tensor(logits), 0)
    y = torch.zeros(len(logits))
    y[label] = 1
    return ((p - y) ** 2).sum().item()
# mistake first_class_only: the loss of class 0
import math


def cross_entropy(logits, label):
    m = max(logits)
    return m + math.log(sum(math.exp(z - m) for z in logits)) - logits[0]
# mistake label_from_one: counts the classes from 1
import math


def cross_entropy(logits, label):
    m = max(logits)
    return m + math.log(sum(math.exp(z - m) for z in logits)) - logits[label - 1]
# mistake answer_for_label: the loss of the model's own answer
import math


def cross_entropy(logits, label):
    m = max(logits)
    return math.log(sum(math.exp(z - m) for z in logits))
# mistake shift_not_undone: the largest logit is not added again
import math


def cross_entropy(logits, label):
    m = max(logits)
    return math.log(sum(math.exp(z - m) for z in logits)) - logits[label]
# mistake logarithm_left_out: largest minus right logit
def cross_entropy(logits, label):
    return max(logits) - logits[label]
# mistake all_classes_summed: -log p of every class
import torch


def cross_entropy(logits, label):
    return -torch.log_softmax(torch.tensor(logits), 0).sum()
# mistake softmax_twice: cross_entropy of probabilities
import torch
import torch.nn.functional as F


def cross_entropy(logits, label):
    return F.cross_entropy(torch.softmax(torch.tensor(logits), 0), torch.tensor(label)).item()
# mistake divided_by_classes: a mean over the classes
import torch
import torch.nn.functional as F


def cross_entropy(logits, label):
    y = F.one_hot(torch.tensor(label), len(logits))
    return -(y * torch.log_softmax(torch.tensor(logits), 0)).mean().item()
# mistake gives_none: prints the loss
import math


def cross_entropy(logits, label):
    m = max(logits)
    print(m + math.log(sum(math.exp(z - m) for z in logits)) - logits[label])
# unknown: squares the loss
import math


def cross_entropy(logits, label):
    m = max(logits)
    return (m + math.log(sum(math.exp(z - m) for z in logits)) - logits[label]) ** 2
# unknown: leaves the right class out of the sum
import math


def cross_entropy(logits, label):
    m = max(logits)
    others = [math.exp(z - m) for k, z in enumerate(logits) if k != label]
    return m + math.log(sum(others)) - logits[label]
# mistake unshifted_softmax: plain Python, which stops at the exponential
import math


def cross_entropy(logits, label):
    total = sum(math.exp(z) for z in logits)
    return -math.log(math.exp(logits[label]) / total)
# mistake unshifted_softmax: the formula in torch
import torch


def cross_entropy(logits, label):
    e = torch.exp(torch.tensor(logits))
    return -torch.log(e / e.sum())[label].item()
# mistake unshifted_log_sum_exp: the sum as it is
import torch


def cross_entropy(logits, label):
    z = torch.tensor(logits)
    return (torch.log(torch.exp(z).sum()) - z[label]).item()
