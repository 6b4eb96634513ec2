# correct: takes the node that nobody left waits for
def backward_order(parents):
    left = list(range(len(parents)))
    order = []
    while left:
        waiting_for = {parent for node in left for parent in parents[node]}
        ready = next(node for node in left if node not in waiting_for)
        order.append(ready)
        left.remove(ready)
    return order


# correct: in_order, turned round
def backward_order(parents):
    order, seen = [], set()

    def enter(node):
        if node not in seen:
            seen.add(node)
            for parent in parents[node]:
                enter(parent)
            order.append(node)

    for node in range(len(parents)):
        enter(node)
    return order[::-1]


# correct: from the end, as an iterator
def backward_order(parents):
    everyone = set(range(len(parents)))
    (end,) = everyone - {parent for some in parents for parent in some}
    order = []

    def enter(node):
        if node in order:
            return
        for parent in parents[node]:
            enter(parent)
        order.append(node)

    enter(end)
    return reversed(order)


# correct: counts the arrows that have to arrive, returns an array
import numpy as np


def backward_order(parents):
    missing = [0] * len(parents)
    for some in parents:
        for parent in some:
            missing[parent] += 1
    ready = [node for node, count in enumerate(missing) if count == 0]
    order = []
    while ready:
        node = ready.pop()
        order.append(node)
        for parent in parents[node]:
            missing[parent] -= 1
            if missing[parent] == 0:
                ready.append(parent)
    return np.array(order)


# correct: sorts by the longest path from the end
def backward_order(parents):
    def depth(node):
        children = [child for child, some in enumerate(parents) if node in some]
        return max((1 + depth(child) for child in children), default=0)

    return sorted(range(len(parents)), key=depth)


# correct: sorts by the longest path to a leaf, as a tensor
import torch


def backward_order(parents):
    def height(node):
        return 1 + max((height(parent) for parent in parents[node]), default=0)

    return torch.tensor(sorted(range(len(parents)), key=height, reverse=True))


# mistake order_of_discovery: a queue
def backward_order(parents):
    everyone = set(range(len(parents)))
    (end,) = everyone - {parent for some in parents for parent in some}
    order = [end]
    for node in order:
        for parent in parents[node]:
            if parent not in order:
                order.append(parent)
    return order


# mistake depth_before_breadth: enters a node before its parents
def backward_order(parents):
    everyone = set(range(len(parents)))
    (end,) = everyone - {parent for some in parents for parent in some}
    order = []

    def enter(node):
        if node not in order:
            order.append(node)
            for parent in parents[node]:
                enter(parent)

    enter(end)
    return order


# mistake node_for_each_arrival: forgets what was seen
def backward_order(parents):
    everyone = set(range(len(parents)))
    (end,) = everyone - {parent for some in parents for parent in some}
    order = []

    def enter(node):
        order.append(node)
        for parent in parents[node]:
            enter(parent)

    enter(end)
    return order


# mistake order_of_numbers: the nodes as they are numbered
def backward_order(parents):
    return list(range(len(parents)))


# mistake order_of_numbers_down: the nodes as they are numbered, from the last
def backward_order(parents):
    return list(range(len(parents)))[::-1]


# mistake leaf_left_out: a leaf has nothing to pass on
def backward_order(parents):
    order = []

    def enter(node):
        if node not in order:
            for parent in parents[node]:
                enter(parent)
            order.append(node)

    for node in range(len(parents)):
        enter(node)
    return [node for node in reversed(order) if parents[node]]


# mistake end_left_out: begins with the end's parents
def backward_order(parents):
    order = []

    def enter(node):
        if node not in order:
            for parent in parents[node]:
                enter(parent)
            order.append(node)

    for node in range(len(parents)):
        enter(node)
    return order[::-1][1:]


# mistake reversed_order: the order of the forward pass
def backward_order(parents):
    order = []

    def enter(node):
        if node not in order:
            for parent in parents[node]:
                enter(parent)
            order.append(node)

    for node in range(len(parents)):
        enter(node)
    return order


# mistake one_too_many: counts nodes from 1
def backward_order(parents):
    order = []

    def enter(node):
        if node not in order:
            for parent in parents[node]:
                enter(parent)
            order.append(node)

    for node in range(len(parents)):
        enter(node)
    return [node + 1 for node in order[::-1]]


# mistake hard_coded: the order of the lesson
def backward_order(parents):
    return [2, 0, 3, 1]


# mistake gives_none: no return
def backward_order(parents):
    order = []
    for node in range(len(parents)):
        order.append(node)


# unknown: only the end
def backward_order(parents):
    everyone = set(range(len(parents)))
    return list(everyone - {parent for some in parents for parent in some})


# unknown: the lists of parents, one after the other
def backward_order(parents):
    return [parent for some in parents for parent in some]


# mistake starts_at_node_0: enters node 0 only
def backward_order(parents):
    order = []

    def enter(node):
        if node not in order:
            for parent in parents[node]:
                enter(parent)
            order.append(node)

    enter(0)
    return order[::-1]
