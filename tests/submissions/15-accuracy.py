# correct: as the lesson writes it
def accuracy(logits, labels):
    answers = [row.index(max(row)) for row in logits]
    return sum(answer == label for answer, label in zip(answers, labels)) / len(labels)
# correct: torch, a 0-d tensor returned
import torch


def accuracy(logits, labels):
    return (torch.tensor(logits).argmax(dim=1) == torch.tensor(labels)).float().mean()
# correct: numpy
import numpy as np


def accuracy(logits, labels):
    return np.mean(np.argmax(logits, axis=1) == labels)
# correct: a loop over the numbers
def accuracy(logits, labels):
    right = 0
    for i in range(len(labels)):
        best = 0
        for k in range(len(logits[i])):
            if logits[i][k] > logits[i][best]:
                best = k
        if best == labels[i]:
            right += 1
    return right / len(labels)
# correct: through probabilities, whose order is the same
import torch


def accuracy(logits, labels):
    p = torch.softmax(torch.tensor(logits), dim=1)
    return p.max(dim=1).indices.eq(torch.tensor(labels)).sum().item() / len(labels)
# correct: the right logit is none smaller than the largest
def accuracy(logits, labels):
    hits = [1.0 if row[label] >= max(row) else 0.0 for row, label in zip(logits, labels)]
    return sum(hits) / len(hits)
# correct: a fraction
from fractions import Fraction


def accuracy(logits, labels):
    hits = sum(max(range(len(row)), key=row.__getitem__) == y for row, y in zip(logits, labels))
    return float(Fraction(hits, len(labels)))
# mistake not_divided: the number of right answers
def accuracy(logits, labels):
    return sum(row.index(max(row)) == label for row, label in zip(logits, labels))
# mistake error_rate: the share of wrong answers
def accuracy(logits, labels):
    return sum(row.index(max(row)) != label for row, label in zip(logits, labels)) / len(labels)
# mistake in_percent: times 100
def accuracy(logits, labels):
    right = sum(row.index(max(row)) == label for row, label in zip(logits, labels))
    return 100 * right / len(labels)
# mistake label_from_one: counts the classes from 1
def accuracy(logits, labels):
    right = sum(row.index(max(row)) + 1 == label for row, label in zip(logits, labels))
    return right / len(labels)
# mistake smallest_for_largest: the smallest logit
import torch


def accuracy(logits, labels):
    return (torch.tensor(logits).argmin(dim=1) == torch.tensor(labels)).float().mean().item()
# mistake divided_by_classes: divides by the length of a row
def accuracy(logits, labels):
    return sum(row.index(max(row)) == y for row, y in zip(logits, labels)) / len(logits[0])
# mistake mean_probability: the mean probability of the right class
import torch


def accuracy(logits, labels):
    p = torch.softmax(torch.tensor(logits), dim=1)
    return p[range(len(labels)), labels].mean().item()
# mistake above_one_half: counts a right class only above one half
import torch


def accuracy(logits, labels):
    p = torch.softmax(torch.tensor(logits), dim=1)
    return (p[range(len(labels)), labels] > 0.5).float().mean().item()
# mistake positive_counts: a positive right logit is enough
def accuracy(logits, labels):
    return sum(row[label] > 0 for row, label in zip(logits, labels)) / len(labels)
# mistake wrong_axis: the largest of each column
def accuracy(logits, labels):
    answers = [column.index(max(column)) for column in map(list, zip(*logits))]
    return sum(a == y for a, y in zip(answers, labels)) / len(labels)
# mistake first_sample_only: returns within the loop
def accuracy(logits, labels):
    for row, label in zip(logits, labels):
        return float(row.index(max(row)) == label)
# mistake loss_for_accuracy: the mean cross-entropy
import torch
import torch.nn.functional as F


def accuracy(logits, labels):
    return F.cross_entropy(torch.tensor(logits), torch.tensor(labels)).item()
# mistake gives_none: forgets the return
def accuracy(logits, labels):
    right = sum(row.index(max(row)) == label for row, label in zip(logits, labels))
    share = right / len(labels)
# unknown: leaves the last sample out
def accuracy(logits, labels):
    right = sum(row.index(max(row)) == y for row, y in zip(logits[:-1], labels[:-1]))
    return right / (len(labels) - 1)
