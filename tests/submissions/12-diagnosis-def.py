# correct: a list
def diagnosis_def():
    return [7, 10, 8]


# correct: a tuple of named numbers
def diagnosis_def():
    one, two, three = 7, 10, 8
    return one, two, three


# correct: an array
import numpy as np


def diagnosis_def():
    return np.array([7, 10, 8])


# correct: a tensor
import torch


def diagnosis_def():
    return torch.tensor([7, 10, 8])


# correct: from notes by patient
NOTES = {"D": 7, "E": 10, "F": 8}


def diagnosis_def():
    return [float(number) for patient, number in sorted(NOTES.items())]


# mistake d_taken_for_uncleared: the other two are right
def diagnosis_def():
    return [2, 10, 8]


# mistake d_taken_for_cleared_early: the other two are right
def diagnosis_def():
    return [3, 10, 8]


# mistake e_taken_for_halved: the other two are right
def diagnosis_def():
    return [7, 9, 8]


# mistake f_taken_for_uphill: the other two are right
def diagnosis_def():
    return [7, 10, 4]


# mistake f_taken_for_never_cleared: the other two are right
def diagnosis_def():
    return [7, 10, 1]


# mistake reversed_order: the last patient first
def diagnosis_def():
    return [8, 10, 7]


# mistake list_counted_from_zero: counts the list from 0
def diagnosis_def():
    return [6, 9, 7]


# mistake gives_none: prints them
def diagnosis_def():
    print(7, 10, 8)


# unknown: two are wrong
def diagnosis_def():
    return [7, 1, 9]


# mistake f_taken_for_never_cleared: has no idea, and names a known confusion
def diagnosis_def():
    return [1, 1, 1]


# unknown: one patient is missing
def diagnosis_def():
    return [7, 10]


# mistake d_taken_for_lost_leaf: the other two are right
def diagnosis_def():
    return [6, 10, 8]


# mistake e_taken_for_batch: the other two are right
def diagnosis_def():
    return [7, 5, 8]
