"""Torch's own autograd graph, drawn and played: `from leadin.graph import graph`.

`trace` reads a graph into plain data (`model`), and `plain` makes the same of a reader's own steps;
`layout` and `svg` draw it, `steps` and `player` play it, `words` says it. Nothing here needs the
rest of the package.
"""

from leadin.graph.drawing import Drawing, Player, graph, graph_of, play
from leadin.graph.plain import Step
from leadin.graph.trace import GraphError

__all__ = ["Drawing", "GraphError", "Player", "Step", "graph", "graph_of", "play"]
