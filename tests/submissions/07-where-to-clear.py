# correct: as the lesson writes it
def place():
    return 4
# correct: as a float
def place():
    return 4.0
# correct: in a list
def place():
    return [4]
# correct: counted out by trying
def place():
    def last_gradients_used(number):
        held, used = None, []
        for gradient in (1.0, 10.0, 100.0, 1000.0):
            held = None if number == 1 else held
            held = gradient if held is None else held + gradient
            held = None if number == 2 else held
            if gradient in (10.0, 1000.0):
                held = None if number == 3 else held
                used.append(held)
                held = None if number == 4 else held
        return used

    return [n for n in range(1, 6) if last_gradients_used(n) == [11.0, 1100.0]][0]
# correct: as a tensor
import torch


def place():
    return torch.tensor(4)
# mistake cleared_before_each_sample: at the beginning of the loop
def place():
    return 1
# mistake cleared_after_each_backward: after backward
def place():
    return 2
# mistake cleared_before_use: at the beginning of the update
def place():
    return 3
# mistake cleared_once_an_epoch: behind the loop
def place():
    return 5
# mistake gives_none: forgets to return
def place():
    4
# unknown: a place that does not exist
def place():
    return 0
