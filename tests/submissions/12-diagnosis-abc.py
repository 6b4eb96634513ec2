# correct: a list
def diagnosis_abc():
    return [6, 3, 2]


# correct: a tuple of named numbers
def diagnosis_abc():
    one, two, three = 6, 3, 2
    return one, two, three


# correct: an array
import numpy as np


def diagnosis_abc():
    return np.array([6, 3, 2])


# correct: a tensor
import torch


def diagnosis_abc():
    return torch.tensor([6, 3, 2])


# correct: from notes by patient
NOTES = {"A": 6, "B": 3, "C": 2}


def diagnosis_abc():
    return [float(number) for patient, number in sorted(NOTES.items())]


# mistake a_taken_for_constant: the other two are right
def diagnosis_abc():
    return [7, 3, 2]


# mistake b_taken_for_constant: the other two are right
def diagnosis_abc():
    return [6, 7, 2]


# mistake b_taken_for_batch: the other two are right
def diagnosis_abc():
    return [6, 5, 2]


# mistake c_taken_for_never_cleared: the other two are right
def diagnosis_abc():
    return [6, 3, 1]


# mistake c_taken_for_uphill: the other two are right
def diagnosis_abc():
    return [6, 3, 4]


# mistake reversed_order: the last patient first
def diagnosis_abc():
    return [2, 3, 6]


# mistake list_counted_from_zero: counts the list from 0
def diagnosis_abc():
    return [5, 2, 1]


# mistake gives_none: prints them
def diagnosis_abc():
    print(6, 3, 2)


# unknown: two are wrong
def diagnosis_abc():
    return [6, 1, 9]


# mistake c_taken_for_never_cleared: has no idea, and names a known confusion
def diagnosis_abc():
    return [1, 1, 1]


# unknown: one patient is missing
def diagnosis_abc():
    return [6, 3]


# mistake a_taken_for_edited: the other two are right
def diagnosis_abc():
    return [8, 3, 2]


# mistake b_taken_for_uphill: the other two are right
def diagnosis_abc():
    return [6, 4, 2]


# mistake b_taken_for_batch: and another confusion without a name
def diagnosis_abc():
    return [1, 5, 2]
