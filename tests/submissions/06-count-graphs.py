# correct: as the lesson writes it
def count(samples, epochs):
    graphs = samples * epochs
    return [graphs, 3 * graphs + 1]
# correct: counts in two loops
def count(samples, epochs):
    graphs, nodes = 0, 1
    for epoch in range(epochs):
        for sample in range(samples):
            graphs += 1
            nodes += 3
    return graphs, nodes
# correct: lets PyTorch build them and counts the nodes
import torch
def count(samples, epochs):
    w = torch.tensor([1.0], requires_grad=True)
    graphs, nodes = 0, set()
    for _ in range(epochs):
        for _ in range(samples):
            loss = (w * 2.0 - 6.0) ** 2
            graphs += 1
            waiting = [loss.grad_fn]
            while waiting:
                node = waiting.pop()
                if node is not None and node not in nodes:
                    nodes.add(node)
                    waiting += [following for following, _ in node.next_functions]
    return [graphs, len(nodes)]
# correct: in floats, as a numpy array
import numpy as np
def count(samples, epochs):
    return np.array([1.0, 3.0]) * samples * epochs + np.array([0.0, 1.0])
# correct: a tensor; four nodes each, and the leaf's back off
import torch
def count(samples, epochs):
    runs = samples * epochs
    return torch.tensor([runs, 4 * runs - (runs - 1)])
# mistake leaf_counted_again: four nodes each
def count(samples, epochs):
    return [samples * epochs, 4 * samples * epochs]
# mistake leaf_not_counted: three nodes each, and no leaf
def count(samples, epochs):
    return [samples * epochs, 3 * samples * epochs]
# mistake constants_counted: x and y as nodes
def count(samples, epochs):
    graphs = samples * epochs
    return [graphs, 5 * graphs + 1]
# mistake nodes_of_one_loss: the nodes of one graph
def count(samples, epochs):
    return [samples * epochs, 4]
# mistake one_graph_per_epoch: one an epoch
def count(samples, epochs):
    return [epochs, 3 * epochs + 1]
# mistake one_graph_per_sample: the next epoch uses them again
def count(samples, epochs):
    return [samples, 3 * samples + 1]
# mistake one_graph_for_all: one formula, one graph
def count(samples, epochs):
    return [1, 4]
# mistake samples_plus_epochs: plus for times
def count(samples, epochs):
    graphs = samples + epochs
    return [graphs, 3 * graphs + 1]
# mistake reversed_order: nodes first
def count(samples, epochs):
    return [3 * samples * epochs + 1, samples * epochs]
# mistake hard_coded: the example
def count(samples, epochs):
    return [2, 7]
# mistake gives_none: prints both
def count(samples, epochs):
    print(samples * epochs, 3 * samples * epochs + 1)
# mistake leaf_counted_each_epoch: a new leaf for each epoch
def count(samples, epochs):
    return [samples * epochs, epochs * (3 * samples + 1)]
# mistake leaf_counted_each_sample: a new leaf for each sample
def count(samples, epochs):
    return [samples * epochs, samples * (3 * epochs + 1)]
# mistake operation_left_out: takes the square for no operation
def count(samples, epochs):
    return [samples * epochs, 2 * samples * epochs + 1]
# mistake nodes_only: returns the second number
def count(samples, epochs):
    return 3 * samples * epochs + 1
# unknown: the graphs only
def count(samples, epochs):
    return samples * epochs
