# correct: as the lesson writes it
def group_means(x_data, y_data, w, k):
    means = []
    for start in range(0, len(x_data), k):
        group = range(start, min(start + k, len(x_data)))
        gradients = [2 * x_data[i] * (w * x_data[i] - y_data[i]) for i in group]
        means.append(sum(gradients) / len(gradients))
    return means
# correct: adds up with torch, one sample at a time
import torch


def group_means(x_data, y_data, w, k):
    w = torch.tensor([w], requires_grad=True)
    means, added = [], 0
    for i, (x, y) in enumerate(zip(x_data, y_data)):
        ((w * x - y) ** 2).backward()
        added += 1
        if added == k or i == len(x_data) - 1:
            means.append((w.grad / added).item())
            w.grad.zero_()
            added = 0
    return means
# correct: the mean loss of each group as a batch
import torch


def group_means(x_data, y_data, w, k):
    result = []
    for x, y in zip(torch.tensor(x_data).split(k), torch.tensor(y_data).split(k)):
        weight = torch.tensor(w, requires_grad=True)
        ((weight * x - y) ** 2).mean().backward()
        result.append(weight.grad)
    return torch.stack(result)
# correct: with numpy, slice by slice
import numpy as np


def group_means(x_data, y_data, w, k):
    x, y = np.array(x_data), np.array(y_data)
    gradients = 2 * x * (w * x - y)
    return np.array([gradients[i : i + k].mean() for i in range(0, len(x), k)])
# correct: by finite differences of the groups' mean losses
def group_means(x_data, y_data, w, k):
    def mean_loss(w, i):
        part = list(zip(x_data, y_data))[i : i + k]
        return sum((w * x - y) ** 2 for x, y in part) / len(part)

    h = 1e-4
    return tuple((mean_loss(w + h, i) - mean_loss(w - h, i)) / (2 * h) for i in range(0, len(x_data), k))
# mistake group_sums: does not divide
def group_means(x_data, y_data, w, k):
    sums = []
    for start in range(0, len(x_data), k):
        pairs = zip(x_data[start : start + k], y_data[start : start + k])
        sums.append(sum(2 * x * (w * x - y) for x, y in pairs))
    return sums
# mistake divides_by_k: divides by k in the last group too
import torch


def group_means(x_data, y_data, w, k):
    w = torch.tensor([w], requires_grad=True)
    means = []
    for i, (x, y) in enumerate(zip(x_data, y_data), start=1):
        ((w * x - y) ** 2).backward()
        if i % k == 0 or i == len(x_data):
            means.append(w.grad.item() / k)
            w.grad = None
    return means
# mistake divided_by_all: divides by the number of all samples
def group_means(x_data, y_data, w, k):
    gradients = [2 * x * (w * x - y) for x, y in zip(x_data, y_data)]
    return [sum(gradients[i : i + k]) / len(gradients) for i in range(0, len(gradients), k)]
# mistake small_group_missing: waits for k samples
import torch


def group_means(x_data, y_data, w, k):
    w = torch.tensor([w], requires_grad=True)
    means, added = [], 0
    for x, y in zip(x_data, y_data):
        ((w * x - y) ** 2).backward()
        added += 1
        if added == k:
            means.append(w.grad.item() / added)
            w.grad = None
            added = 0
    return means
# mistake group_ends_too_early: a new group at each index that k divides, and at the end
def group_means(x_data, y_data, w, k):
    means, total, added = [], 0.0, 0
    for i, (x, y) in enumerate(zip(x_data, y_data)):
        total += 2 * x * (w * x - y)
        added += 1
        if i % k == 0 or i == len(x_data) - 1:
            means.append(total / added)
            total, added = 0.0, 0
    return means
# mistake count_not_reset: sets the sum back, and not the count
def group_means(x_data, y_data, w, k):
    means, total, added = [], 0.0, 0
    for i, (x, y) in enumerate(zip(x_data, y_data)):
        total += 2 * x * (w * x - y)
        added += 1
        if added == k or i == len(x_data) - 1:
            means.append(total / added)
            total = 0.0
    return means
# mistake groups_run_on: never clears
import torch


def group_means(x_data, y_data, w, k):
    w = torch.tensor([w], requires_grad=True)
    means, added = [], 0
    for i, (x, y) in enumerate(zip(x_data, y_data)):
        ((w * x - y) ** 2).backward()
        added += 1
        if added == k or i == len(x_data) - 1:
            means.append(w.grad.item() / added)
            added = 0
    return means
# mistake last_of_group: keeps the last gradient of each group
def group_means(x_data, y_data, w, k):
    result = []
    for i, (x, y) in enumerate(zip(x_data, y_data)):
        gradient = 2 * x * (w * x - y)
        if (i + 1) % k == 0 or i + 1 == len(x_data):
            result.append(gradient)
    return result
# mistake no_groups: one number for each sample
def group_means(x_data, y_data, w, k):
    return [2 * x * (w * x - y) for x, y in zip(x_data, y_data)]
# mistake means_of_losses: means of the squared errors
def group_means(x_data, y_data, w, k):
    losses = [(w * x - y) ** 2 for x, y in zip(x_data, y_data)]
    groups = [losses[i : i + k] for i in range(0, len(losses), k)]
    return [sum(group) / len(group) for group in groups]
# mistake half_as_large: forgets the 2 of the square
def group_means(x_data, y_data, w, k):
    gradients = [x * (w * x - y) for x, y in zip(x_data, y_data)]
    groups = [gradients[i : i + k] for i in range(0, len(gradients), k)]
    return [sum(group) / len(group) for group in groups]
# mistake opposite_sign: takes target minus prediction
def group_means(x_data, y_data, w, k):
    gradients = [2 * x * (y - w * x) for x, y in zip(x_data, y_data)]
    groups = [gradients[i : i + k] for i in range(0, len(gradients), k)]
    return [sum(group) / len(group) for group in groups]
# mistake ignores_argument: groups of two, whatever k is
def group_means(x_data, y_data, w, k):
    gradients = [2 * x * (w * x - y) for x, y in zip(x_data, y_data)]
    groups = [gradients[i : i + 2] for i in range(0, len(gradients), 2)]
    return [sum(group) / len(group) for group in groups]
# unknown: the mean of all gradients
def group_means(x_data, y_data, w, k):
    return sum(2 * x * (w * x - y) for x, y in zip(x_data, y_data)) / len(x_data)
# unknown: the rest goes to the group before
def group_means(x_data, y_data, w, k):
    gradients = [2 * x * (w * x - y) for x, y in zip(x_data, y_data)]
    full = len(gradients) // k
    groups = [gradients[i * k : (i + 1) * k] for i in range(full - 1)] + [gradients[(full - 1) * k :]]
    return [sum(group) / len(group) for group in groups]
