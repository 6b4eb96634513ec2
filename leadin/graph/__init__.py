"""Torch's own autograd graph, drawn and played: `from leadin.graph import graph`.

`trace` reads a graph into plain data (`model`), `layout` and `svg` draw it, `steps` and `player`
play it, `words` says it. Nothing here needs the rest of the package.
"""

from leadin.graph.drawing import Drawing, Player, graph, play
from leadin.graph.trace import GraphError

__all__ = ["Drawing", "GraphError", "Player", "graph", "play"]
