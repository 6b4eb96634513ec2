# correct: a loop that stops
def first_difference(right, handed_in):
    for epoch in range(len(right)):
        if abs(handed_in[epoch] - right[epoch]) / right[epoch] > 0.01:
            return epoch
    return -1


# correct: numpy
import numpy as np


def first_difference(right, handed_in):
    right, handed_in = np.array(right), np.array(handed_in)
    differing = np.abs(handed_in - right) > 0.01 * right
    return int(np.argmax(differing)) if differing.any() else -1


# correct: torch, as a tensor
import torch


def first_difference(right, handed_in):
    r, h = torch.tensor(right), torch.tensor(handed_in)
    found = torch.nonzero((h / r - 1).abs() > 0.01)
    return found[0, 0] if len(found) else torch.tensor(-1)


# correct: next with a default
def first_difference(right, handed_in):
    pairs = enumerate(zip(right, handed_in))
    return next((epoch for epoch, (r, h) in pairs if not 0.99 <= h / r <= 1.01), -1)


# correct: all of them, then the smallest
def first_difference(right, handed_in):
    found = []
    epoch = 0
    for r, h in zip(right, handed_in):
        if r - h > r / 100 or h - r > r / 100:
            found.append(epoch)
        epoch += 1
    if not found:
        return -1
    return min(found)


# correct: counts as long as they agree, and returns a float
def first_difference(right, handed_in):
    epoch = 0
    while epoch < len(right) and abs(right[epoch] - handed_in[epoch]) <= 0.01 * right[epoch]:
        epoch += 1
    return -1.0 if epoch == len(right) else float(epoch)


# mistake last_difference: does not stop
def first_difference(right, handed_in):
    found = -1
    for epoch in range(len(right)):
        if abs(handed_in[epoch] - right[epoch]) > 0.01 * right[epoch]:
            found = epoch
    return found


# mistake counts_differences: how many
def first_difference(right, handed_in):
    return sum(abs(h - r) > 0.01 * r for r, h in zip(right, handed_in))


# mistake compares_ends: the last losses only
def first_difference(right, handed_in):
    if abs(handed_in[-1] - right[-1]) > 0.01 * right[-1]:
        return len(right) - 1
    return -1


# mistake rounding_as_difference: compares with !=
def first_difference(right, handed_in):
    for epoch in range(len(right)):
        if handed_in[epoch] != right[epoch]:
            return epoch
    return -1


# mistake difference_not_a_share: compares with 0.01
def first_difference(right, handed_in):
    for epoch in range(len(right)):
        if abs(handed_in[epoch] - right[epoch]) > 0.01:
            return epoch
    return -1


# mistake too_high_only: forgets the absolute value
def first_difference(right, handed_in):
    for epoch in range(len(right)):
        if (handed_in[epoch] - right[epoch]) / right[epoch] > 0.01:
            return epoch
    return -1


# mistake too_low_only: forgets the absolute value, the other way round
def first_difference(right, handed_in):
    for epoch in range(len(right)):
        if (right[epoch] - handed_in[epoch]) / right[epoch] > 0.01:
            return epoch
    return -1


# mistake first_agreement: the wrong way round
def first_difference(right, handed_in):
    for epoch in range(len(right)):
        if abs(handed_in[epoch] - right[epoch]) / right[epoch] < 0.01:
            return epoch
    return -1


# mistake hard_coded: the number of the lesson
def first_difference(right, handed_in):
    return 1


# mistake one_too_many: counts from 1, and 0 for none
def first_difference(right, handed_in):
    for number, (r, h) in enumerate(zip(right, handed_in), start=1):
        if abs(h - r) > 0.01 * r:
            return number
    return 0


# mistake gives_none: prints
def first_difference(right, handed_in):
    for epoch, (r, h) in enumerate(zip(right, handed_in)):
        if abs(h - r) > 0.01 * r:
            print(epoch)
            break


# unknown: a tenth for a hundredth
def first_difference(right, handed_in):
    for epoch, (r, h) in enumerate(zip(right, handed_in)):
        if abs(h - r) > 0.1 * r:
            return epoch
    return -1


# unknown: begins with epoch 2
def first_difference(right, handed_in):
    for epoch in range(2, len(right)):
        if abs(handed_in[epoch] - right[epoch]) > 0.01 * right[epoch]:
            return epoch
    return -1


# mistake share_of_handed_in: divides by the other loss
def first_difference(right, handed_in):
    for epoch in range(len(right)):
        if abs(handed_in[epoch] - right[epoch]) / handed_in[epoch] > 0.01:
            return epoch
    return -1
