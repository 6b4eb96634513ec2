# correct: as the lesson writes it
def baseline(y_train, y_val):
    most_frequent = max(y_train, key=y_train.count)
    return y_val.count(most_frequent) / len(y_val)
# correct: Counter and a sum
from collections import Counter


def baseline(y_train, y_val):
    ((label, _),) = Counter(y_train).most_common(1)
    return sum(y == label for y in y_val) / len(y_val)
# correct: numpy, a numpy float returned
import numpy as np


def baseline(y_train, y_val):
    return (np.array(y_val) == np.bincount(y_train).argmax()).mean()
# correct: torch, a tensor of one number returned
import torch


def baseline(y_train, y_val):
    label = torch.tensor(y_train).mode().values
    return (torch.tensor(y_val) == label).float().mean()
# correct: a dictionary of counts
def baseline(y_train, y_val):
    counts = {}
    for y in y_train:
        counts[y] = counts.get(y, 0) + 1
    best = None
    for label in counts:
        if best is None or counts[label] > counts[best]:
            best = label
    right = 0
    for y in y_val:
        if y == best:
            right += 1
    return right / len(y_val)
# correct: statistics.mode
from statistics import mode


def baseline(y_train, y_val):
    return len([y for y in y_val if y == mode(y_train)]) / len(y_val)
# mistake chosen_on_validation: takes the most frequent of the validation labels
def baseline(y_train, y_val):
    return max(y_val.count(y) for y in y_val) / len(y_val)
# mistake share_of_training: measures on the training labels
def baseline(y_train, y_val):
    most_frequent = max(y_train, key=y_train.count)
    return y_train.count(most_frequent) / len(y_train)
# mistake divided_by_training: divides by the other length
def baseline(y_train, y_val):
    most_frequent = max(y_train, key=y_train.count)
    return y_val.count(most_frequent) / len(y_train)
# mistake sides_exchanged: takes one list for the other
from collections import Counter


def baseline(y_val, y_train):
    label = Counter(y_train).most_common(1)[0][0]
    return y_val.count(label) / len(y_val)
# mistake rarest_label: the least frequent
def baseline(y_train, y_val):
    label = min(set(y_train), key=y_train.count)
    return y_val.count(label) / len(y_val)
# mistake largest_label: max without counting
def baseline(y_train, y_val):
    return y_val.count(max(y_train)) / len(y_val)
# mistake first_label: the first one
def baseline(y_train, y_val):
    return y_val.count(y_train[0]) / len(y_val)
# mistake one_over_classes: a blind guess
def baseline(y_train, y_val):
    return 1 / len(set(y_train))
# mistake label_for_share: returns the digit
def baseline(y_train, y_val):
    return max(y_train, key=y_train.count)
# mistake not_divided: the number of right ones
def baseline(y_train, y_val):
    return y_val.count(max(y_train, key=y_train.count))
# mistake error_rate: the share of wrong ones
def baseline(y_train, y_val):
    label = max(y_train, key=y_train.count)
    return sum(y != label for y in y_val) / len(y_val)
# mistake in_percent: times 100
def baseline(y_train, y_val):
    return 100 * y_val.count(max(y_train, key=y_train.count)) / len(y_val)
# mistake hard_coded: the lesson's number
def baseline(y_train, y_val):
    return 0.4
# mistake gives_none: prints it
def baseline(y_train, y_val):
    label = max(y_train, key=y_train.count)
    print(y_val.count(label) / len(y_val))
# unknown: leaves the first validation label out
def baseline(y_train, y_val):
    return y_val[1:].count(max(y_train, key=y_train.count)) / (len(y_val) - 1)
# unknown: counts both lists together
def baseline(y_train, y_val):
    label = max(y_train, key=y_train.count)
    return (y_train + y_val).count(label) / len(y_train + y_val)
