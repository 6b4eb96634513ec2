# correct: as the lesson writes it
def batches(n, k):
    return [[first, min(first + k, n)] for first in range(0, n, k)]
# correct: tuples
def batches(n, k):
    return [(i, i + k if i + k < n else n) for i in range(0, n, k)]
# correct: a while loop
def batches(n, k):
    pairs, first = [], 0
    while first < n:
        end = first + k
        if end > n:
            end = n
        pairs.append([first, end])
        first = end
    return pairs
# correct: a tensor of whole numbers
import torch


def batches(n, k):
    first = torch.arange(0, n, k)
    return torch.stack([first, (first + k).clamp(max=n)], dim=1)
# correct: numpy, from the ends
import numpy as np


def batches(n, k):
    ends = np.append(np.arange(k, n, k), n)
    return np.stack([np.append(0, ends[:-1]), ends], axis=1)
# correct: the lengths of slices
def batches(n, k):
    rows = list(range(n))
    return [[part[0], part[-1] + 1] for part in (rows[i : i + k] for i in rows[::k])]
# correct: ceiling division
from math import ceil


def batches(n, k):
    return [[b * k, min(b * k + k, n)] for b in range(ceil(n / k))]
# correct: full ones, and what is left
def batches(n, k):
    full = n // k
    pairs = [[b * k, (b + 1) * k] for b in range(full)]
    if n % k:
        pairs.append([full * k, n])
    return pairs
# mistake last_batch_dropped: whole batches only
def batches(n, k):
    return [[b * k, b * k + k] for b in range(n // k)]
# mistake past_the_end: min is forgotten
def batches(n, k):
    return [[i, i + k] for i in range(0, n, k)]
# mistake last_row_for_end: the last row itself
def batches(n, k):
    return [[i, min(i + k, n) - 1] for i in range(0, n, k)]
# mistake rows_from_one: rows counted from 1, both of the pair in the batch
def batches(n, k):
    return [[i, min(i + k - 1, n)] for i in range(1, n + 1, k)]
# mistake size_for_end: first row and size
def batches(n, k):
    return [[i, min(k, n - i)] for i in range(0, n, k)]
# mistake last_k_rows_again: the last batch is moved back, so that it is full
def batches(n, k):
    return [[min(i, n - k), min(i + k, n)] for i in range(0, n, k)]
# mistake rest_in_last: the last full batch takes the rest
def batches(n, k):
    pairs = [[i, i + k] for i in range(0, n - k + 1, k)]
    if not pairs:
        return [[0, n]]
    pairs[-1][1] = n
    return pairs
# mistake rest_comes_first: a smaller first batch
def batches(n, k):
    ends = list(range(n, 0, -k))[::-1]
    return [[max(end - k, 0), end] for end in ends]
# mistake sliding_batches: step 1
def batches(n, k):
    return [[i, i + k] for i in range(n - k + 1)]
# mistake k_batches: k parts
def batches(n, k):
    return [[round(n * i / k), round(n * (i + 1) / k)] for i in range(k)]
# mistake starts_only: a list of first rows
def batches(n, k):
    return list(range(0, n, k))
# mistake count_of_batches: how many
def batches(n, k):
    return (n + k - 1) // k
# mistake empty_batch: one step too many where all are full
def batches(n, k):
    return [[i, min(i + k, n)] for i in range(0, n + 1, k)]
# mistake one_too_many: all moved by one
def batches(n, k):
    return [[i + 1, min(i + k, n) + 1] for i in range(0, n, k)]
# mistake reversed_order: the last batch first
def batches(n, k):
    return [[i, min(i + k, n)] for i in range(0, n, k)][::-1]
# mistake hard_coded: the lesson's example
def batches(n, k):
    return [[0, 4], [4, 8], [8, 10]]
# mistake gives_none: forgets the return
def batches(n, k):
    pairs = [[i, min(i + k, n)] for i in range(0, n, k)]
# unknown: end before the first
def batches(n, k):
    return [[min(i + k, n), i] for i in range(0, n, k)]
# unknown: counts batches instead of rows
def batches(n, k):
    return [[b, b + 1] for b in range(-(-n // k))]
