"""What the player shows, step by step: the values forward, then the chain rule backward."""

from dataclasses import dataclass

from leadin.graph import words
from leadin.graph.model import Graph, Node


@dataclass(frozen=True)
class Step:
    """One step of the player.

    Attributes:
        text: what it says.
        shows: what appears with it, by the keys of the picture.
        nodes: ids of the nodes that it is about.
    """

    text: str
    shows: tuple[str, ...]
    nodes: tuple[str, ...]


def steps(graph: Graph) -> tuple[Step, ...]:
    """List the steps: one for the start, one an operation, one a product of the chain rule.

    Args:
        graph: the graph.

    Returns:
        The steps; together they show everything that the picture holds.
    """
    operations = [node for node in graph.nodes if node.kind == "operation"]
    forward = [
        Step(
            "forward: " + words.forward_sentence(graph, node),
            (node.id,),
            (node.id, *(edge.source for edge in graph.into(node))),
        )
        for node in operations
    ]
    backward = [step for node in reversed(graph.nodes) for step in _back(graph, node)]
    return (_start(graph), *forward, *backward)


def _start(graph: Graph) -> Step:
    given = [node for node in graph.nodes if node.kind != "operation"]
    named = [f"{node.name} = {words.value_text(node.value)}" for node in given if node.name]
    text = f"start: {', '.join(named[:8])}{' …' if len(named) > 8 else ''}"
    keys = tuple(node.id for node in given)
    return Step(text, keys, keys)


def _back(graph: Graph, node: Node) -> list[Step]:
    """The steps of a node in the backward run: its own sum first, then one product an operand."""
    found = []
    total = f"g{node.id}"
    paths = words.incoming(graph, node)
    if node is graph.loss and node.gradient:
        found.append(Step("backward starts: " + words.seed_sentence(graph), (total,), (node.id,)))
    elif len(paths) > 1:
        text = "backward, sum: " + words.sum_sentence(graph, node)
        found.append(Step(text, (total,), (node.id,)))
    for edge in graph.into(node):
        if edge.gradient is None:
            continue
        source = graph.by_id[edge.source]
        alone = len(words.incoming(graph, source)) == 1
        shows = (edge.id, f"g{source.id}") if alone else (edge.id,)
        text = "backward: " + words.backward_sentence(graph, edge)
        found.append(Step(text, shows, (node.id, source.id)))
    return found
