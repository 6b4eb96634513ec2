# correct: as the lesson writes it
def best_epoch(val_losses):
    lowest = min(val_losses)
    return [val_losses.index(lowest), lowest]
# correct: a tuple, from enumerate
def best_epoch(val_losses):
    return min(enumerate(val_losses), key=lambda pair: pair[1])
# correct: a loop that remembers the best
def best_epoch(val_losses):
    best, lowest = 0, val_losses[0]
    for epoch, loss in enumerate(val_losses):
        if loss < lowest:
            best, lowest = epoch, loss
    return [best, lowest]
# correct: numpy
import numpy as np


def best_epoch(val_losses):
    epoch = np.argmin(val_losses)
    return [epoch, val_losses[epoch]]
# correct: torch, a tensor of two
import torch


def best_epoch(val_losses):
    loss, epoch = torch.tensor(val_losses).min(dim=0)
    return torch.stack([epoch.float(), loss])
# correct: sorted pairs, the epoch as a float
def best_epoch(val_losses):
    loss, epoch = sorted(zip(val_losses, range(len(val_losses))))[0]
    return [float(epoch), loss]
# mistake last_epoch: the last of all
def best_epoch(val_losses):
    return [len(val_losses) - 1, val_losses[-1]]
# mistake stops_at_first_rise: stops as soon as it rises
def best_epoch(val_losses):
    for epoch in range(1, len(val_losses)):
        if val_losses[epoch] > val_losses[epoch - 1]:
            return [epoch - 1, val_losses[epoch - 1]]
# mistake after_first_rise: the epoch that rises
def best_epoch(val_losses):
    for epoch in range(1, len(val_losses)):
        if val_losses[epoch] > val_losses[epoch - 1]:
            return [epoch, val_losses[epoch]]
# mistake highest_loss: max for min
def best_epoch(val_losses):
    return [val_losses.index(max(val_losses)), max(val_losses)]
# mistake epoch_after_lowest: the next one
def best_epoch(val_losses):
    epoch = val_losses.index(min(val_losses)) + 1
    return [epoch, val_losses[epoch]]
# mistake epoch_before_lowest: the one before
def best_epoch(val_losses):
    epoch = val_losses.index(min(val_losses)) - 1
    return [epoch, val_losses[epoch]]
# mistake loss_at_the_end: with the last loss
def best_epoch(val_losses):
    return [val_losses.index(min(val_losses)), val_losses[-1]]
# mistake loss_at_the_start: with the first loss
def best_epoch(val_losses):
    return [val_losses.index(min(val_losses)), val_losses[0]]
# mistake fastest_fall: where it falls most
def best_epoch(val_losses):
    falls = [after - before for before, after in zip(val_losses, val_losses[1:])]
    epoch = falls.index(min(falls)) + 1
    return [epoch, val_losses[epoch]]
# mistake epoch_alone: without its loss
def best_epoch(val_losses):
    return val_losses.index(min(val_losses))
# mistake loss_alone: without its epoch
def best_epoch(val_losses):
    return min(val_losses)
# mistake mean_of_losses: with the mean
def best_epoch(val_losses):
    return [val_losses.index(min(val_losses)), sum(val_losses) / len(val_losses)]
# mistake one_too_many: counts from 1
def best_epoch(val_losses):
    return [val_losses.index(min(val_losses)) + 1, min(val_losses)]
# mistake reversed_order: the loss first
def best_epoch(val_losses):
    return [min(val_losses), val_losses.index(min(val_losses))]
# mistake hard_coded: the lesson's answer
def best_epoch(val_losses):
    return [4, 0.3]
# mistake gives_none: prints it
def best_epoch(val_losses):
    print(val_losses.index(min(val_losses)), min(val_losses))
# unknown: the second lowest
def best_epoch(val_losses):
    loss = sorted(val_losses)[1]
    return [val_losses.index(loss), loss]
# unknown: how many epochs are left
def best_epoch(val_losses):
    lowest = min(val_losses)
    return [len(val_losses) - val_losses.index(lowest), lowest]
