"""Where everything in the picture of a graph stands: rows from the leaves down to the loss.

A layered layout after Sugiyama. Each node stands one row above the first that uses it. Between two
rows of nodes lies a row of labels, so that no label can cover a node or another label. A value
that is used far below runs down in one trunk that its edges branch off from.
"""

from bisect import bisect_right, insort
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from leadin.graph.model import Graph, Node

#: Space between neighbours in a row, above a row, and around the picture, in px.
GAP, ROW_GAP, MARGIN = 22, 20, 16
#: Room for a line beside its label, and between the lines that enter one node.
LANE, PORT = 9, 20
SWEEPS, SETTLING = 12, 60
#: What a line runs straight from an arrowhead, and beside a label, so that none covers a text.
STUB, BESIDE = 9, 3
#: How much a straight line counts by what it comes from.
WEIGHTS = {"trunk": 8.0, "operation": 1.0, "leaf": 1.0, "constant": 0.2}

Size = tuple[float, float]
Place = tuple[float, float]


@dataclass(frozen=True)
class Line:
    """One piece of the way of some edges, from row to row.

    Attributes:
        way: from its upper to its lower end; it bends between the second and the third place.
        edges: ids of the edges that run along it.
        leaves: whether it starts at a node.
        enters: whether it ends at a node.
    """

    way: tuple[Place, Place, Place, Place]
    edges: tuple[str, ...]
    leaves: bool
    enters: bool


@dataclass(frozen=True)
class Layout:
    """Places in px from the upper left corner.

    Attributes:
        width: of the picture.
        height: of the picture.
        nodes: centres of the nodes by id.
        labels: by edge id, the left end of its label's middle line.
        lines: the lines between them.
    """

    width: float
    height: float
    nodes: Mapping[str, Place]
    labels: Mapping[str, Place]
    lines: tuple[Line, ...]


def lay_out(graph: Graph, nodes: Mapping[str, Size], labels: Mapping[str, Size]) -> Layout:
    """Lay out a graph from top to bottom.

    Args:
        graph: the graph.
        nodes: width and height of every node by id.
        labels: width and height of the labels by edge id; an edge may have none.

    Returns:
        The layout; the same one for the same arguments.
    """
    rows = _Rows(graph, nodes, labels)
    rows.order()
    across = _across(rows)
    down, height = _down(rows)
    width = max((across[item] + rows.right[item] for row in rows.rows for item in row), default=0)
    at = {item: (across[item], down[n]) for n, row in enumerate(rows.rows) for item in row}
    return Layout(
        width=round(width + MARGIN),
        height=round(height + MARGIN),
        nodes={node.id: at[node.id] for node in graph.nodes},
        labels={edge: (x + LANE, y) for edge, (x, y) in at.items() if edge in labels},
        lines=_lines(rows, at, nodes),
    )


def depths(graph: Graph) -> dict[str, int]:
    """Give each node its row: the loss has the last, others stand above all that use them."""
    above: dict[str, int] = {}
    for node in reversed(graph.nodes):
        above[node.id] = max((above[edge.target] + 1 for edge in graph.out_of(node)), default=0)
    deepest = max(above.values())
    return {name: deepest - steps for name, steps in above.items()}


class _Rows:
    """Nodes in even rows; labels and trunks between them; and what is joined to what."""

    def __init__(self, graph: Graph, nodes: Mapping[str, Size], labels: Mapping[str, Size]) -> None:
        self.left: dict[str, float] = {}
        self.right: dict[str, float] = {}
        self.height: dict[str, float] = {}
        self.row_of: dict[str, int] = {}
        self.up: dict[str, list[str]] = {}
        self.down: dict[str, list[str]] = {}
        self.edges: dict[tuple[str, str], list[str]] = {}
        self.weights: dict[tuple[str, str], float] = {}
        self.trunks: set[str] = set()
        #: By item: whom it wants to stand under or over, how far aside, and how much.
        self.pulls: dict[str, list[tuple[str, float, float]]] = {}
        self.nodes = nodes
        depth, length = depths(graph), _lengths(graph)
        self.rows: list[list[str]] = [[] for _ in range(2 * max(depth.values()) + 1)]
        order = _from_the_loss(graph)
        for node in order:
            width, height = nodes[node.id]
            self._add(node.id, 2 * depth[node.id], width / 2, width / 2, height)
        for node in order:
            strength = _strengths(graph, node, length)
            for edge in graph.into(node):
                width, height = labels.get(edge.id, (0, 0))
                self._add(edge.id, 2 * depth[node.id] - 1, LANE, LANE + width, height)
                between = range(2 * depth[edge.source] + 1, 2 * depth[node.id] - 1)
                trunk = [f"{edge.source}|{row}" for row in between]
                self._join([edge.source, *trunk, edge.id, edge.target], edge.id, strength[edge.id])

    def _add(self, item: str, row: int, left: float, right: float, height: float) -> None:
        self.left[item], self.right[item], self.height[item] = left, right, height
        self.row_of[item] = row
        self.up[item], self.down[item] = [], []
        self.rows[row].append(item)

    def _join(self, way: Sequence[str], edge: str, strength: float) -> None:
        row = self.row_of[way[0]]
        for upper, lower in pairwise(way):
            row += 1
            if lower not in self.row_of:
                self.trunks.add(lower)
                self._add(lower, row, LANE, LANE, 0)
            if (upper, lower) not in self.edges:
                self.down[upper].append(lower)
                self.up[lower].append(upper)
                both = upper in self.trunks and lower in self.trunks
                self.weights[upper, lower] = WEIGHTS["trunk"] if both else strength
            self.edges.setdefault((upper, lower), []).append(edge)

    def order(self) -> None:
        """Order each row so that few lines cross."""
        best, fewest = [list(row) for row in self.rows], self._crossings()
        for sweep in range(SWEEPS):
            downwards = sweep % 2 == 1
            rows = range(1, len(self.rows)) if downwards else range(len(self.rows) - 2, -1, -1)
            # Every other pair of sweeps lets those that are level change places.
            swap = sweep // 2 % 2 == 1
            for row in rows:
                if swap:
                    self.rows[row].reverse()
                self._sort(row, self.up if downwards else self.down, -1 if downwards else 1)
            crossings = self._crossings()
            if crossings < fewest:
                best, fewest = [list(row) for row in self.rows], crossings
            if fewest == 0:
                break
        self.rows = best
        self.place = {item: n for row in self.rows for n, item in enumerate(row)}
        for (upper, lower), weight in self.weights.items():
            shift = self.port(upper, lower) - self.port(lower, upper)
            self.pulls.setdefault(lower, []).append((upper, shift, weight))
            self.pulls.setdefault(upper, []).append((lower, -shift, weight))

    def _sort(self, row: int, neighbours: Mapping[str, list[str]], side: int) -> None:
        """Sort a row by the mean place of its neighbours; who has none stays where it is."""
        place = {item: n for n, item in enumerate(self.rows[row + side])}
        own = {item: n for n, item in enumerate(self.rows[row])}

        def wish(item: str) -> float:
            near = neighbours[item]
            return sum(place[other] for other in near) / len(near) if near else own[item]

        self.rows[row].sort(key=wish)

    def port(self, node: str, other: str) -> float:
        """How far from a node's middle a line meets it: lines side by side, by their far ends."""
        if node not in self.nodes:
            return 0
        below = self.row_of[other] > self.row_of[node]
        others = (self.down if below else self.up)[node]
        if len(others) == 1:
            return 0
        room = self.nodes[node][0] / 2 - PORT / 2
        step = min(PORT, 2 * room / (len(others) - 1))
        ordered = sorted(others, key=self.place.__getitem__)
        weights = [self.weights[(node, end) if below else (end, node)] for end in ordered]
        heavy = max(weights)
        middle = (len(others) - 1) / 2
        if weights.count(heavy) == 1:
            # The main line meets the middle, so that a chain does not lean; the rest as room is.
            middle = weights.index(heavy)
        first = max(-room, min(room - step * (len(others) - 1), -middle * step))
        return first + ordered.index(other) * step

    def _crossings(self) -> int:
        total = 0
        for upper, lower in pairwise(self.rows):
            place = {item: n for n, item in enumerate(lower)}
            seen: list[int] = []
            for item in upper:
                ends = sorted(place[other] for other in self.down[item])
                total += sum(len(seen) - bisect_right(seen, end) for end in ends)
                for end in ends:
                    insort(seen, end)
        return total


def _from_the_loss(graph: Graph) -> list[Node]:
    """List the nodes from the loss upwards, first operands first: a good order to start from."""
    found: dict[str, Node] = {}
    waiting = [graph.loss]
    while waiting:
        node = waiting.pop()
        if node.id not in found:
            found[node.id] = node
            waiting.extend(graph.by_id[edge.source] for edge in reversed(graph.into(node)))
    return list(found.values())


def _across(rows: _Rows) -> dict[str, float]:
    """Place every item in its row: near its neighbours, trunks straight, none overlapping."""
    x: dict[str, float] = {}
    for row in rows.rows:
        _settle(rows, row, x, dict.fromkeys(row, (0.0, 1.0)))
    for sweep in range(SETTLING):
        upwards = sweep % 2 == 0
        for row in reversed(rows.rows) if upwards else rows.rows:
            # The last sweeps look both ways, so that nothing leans.
            near = _near(rows, row, x, upwards, both=sweep >= SETTLING // 4)
            _settle(rows, row, x, near)
    leftmost = min((x[item] - rows.left[item] for item in x), default=0)
    return {item: round(place - leftmost + MARGIN, 1) for item, place in x.items()}


def _near(
    rows: _Rows, row: Sequence[str], x: Mapping[str, float], upwards: bool, both: bool
) -> dict[str, tuple[float, float]]:
    """Where each item of a row would like to stand, and how much it insists."""
    wishes = {}
    for item in row:
        wish = weight = 0.0
        for other, shift, own in rows.pulls[item]:
            is_below = rows.row_of[other] > rows.row_of[item]
            if both or is_below == upwards:
                wish, weight = wish + own * (x[other] + shift), weight + own
        wishes[item] = (wish / weight, weight) if weight else (x[item], 0.1)
    return wishes


def _settle(
    rows: _Rows,
    row: Sequence[str],
    x: dict[str, float],
    wishes: Mapping[str, tuple[float, float]],
) -> None:
    """Move a row's items as near to their wishes as their widths allow (least squares)."""
    offset, before = 0.0, None
    offsets = []
    for item in row:
        if before is not None:
            offset += rows.right[before] + GAP + rows.left[item]
        offsets.append(offset)
        before = item
    # Neighbours that would overlap become one block at their mean: pool adjacent violators.
    blocks: list[tuple[float, float, int]] = []
    for item, own in zip(row, offsets, strict=True):
        wish, weight = wishes[item]
        block = (wish - own, weight, 1)
        while blocks and blocks[-1][0] > block[0]:
            place, heavy, many = blocks.pop()
            together = heavy + block[1]
            block = (
                (place * heavy + block[0] * block[1]) / together,
                together,
                many + block[2],
            )
        blocks.append(block)
    settled = [place for place, _, many in blocks for _ in range(many)]
    for item, own, place in zip(row, offsets, settled, strict=True):
        x[item] = place + own


def _down(rows: _Rows) -> tuple[list[float], float]:
    """The middle of each row, and where the last one ends."""
    middles, y = [], float(MARGIN)
    for row in rows.rows:
        height = max((rows.height[item] for item in row), default=0)
        middles.append(round(y + height / 2, 1))
        y += height + ROW_GAP
    return middles, y - ROW_GAP


def _lines(rows: _Rows, at: Mapping[str, Place], nodes: Mapping[str, Size]) -> tuple[Line, ...]:
    tall = [max((rows.height[item] for item in row), default=0) for row in rows.rows]
    lines = []
    for (upper, lower), edges in rows.edges.items():
        (x1, y1), (x2, y2) = at[upper], at[lower]
        if upper in nodes:
            alone = len(rows.down[upper]) == 1
            x1 += _towards(x2 - x1, nodes[upper][0]) if alone else rows.port(upper, lower)
            y1 += nodes[upper][1] / 2
        if lower in nodes:
            alone = len(rows.up[lower]) == 1
            x2 += _towards(x1 - x2, nodes[lower][0]) if alone else rows.port(lower, upper)
            y2 -= nodes[lower][1] / 2
        above, below = (max(tall[rows.row_of[end]] / 2 - BESIDE, 0) for end in (upper, lower))
        top, end = at[upper][1] + above, at[lower][1] - below
        if upper in nodes:
            top = max(y1, at[upper][1] + tall[rows.row_of[upper]] / 2) + STUB
        if lower in nodes:
            end = min(y2, at[lower][1] - tall[rows.row_of[lower]] / 2) - STUB
        first = y1 if upper in nodes else at[upper][1]
        last = y2 if lower in nodes else at[lower][1]
        way = ((x1, first), (x1, top), (x2, end), (x2, last))
        lines.append(Line(way, tuple(edges), upper in nodes, lower in nodes))
    return tuple(lines)


def _towards(far: float, width: float) -> float:
    """Where a lone line meets a node: straight under its far end, as far as the node reaches."""
    room = max(width / 2 - PORT, 0)
    return max(-room, min(room, far))


def _lengths(graph: Graph) -> dict[str, int]:
    """How many operations the longest chain up to each node has."""
    lengths: dict[str, int] = {}
    for node in graph.nodes:
        longest = max((lengths[edge.source] for edge in graph.into(node)), default=0)
        lengths[node.id] = longest + (node.kind == "operation")
    return lengths


def _strengths(graph: Graph, node: Node, lengths: Mapping[str, int]) -> dict[str, float]:
    """How much each edge into a node counts: most where the longest chain comes from."""
    edges = graph.into(node)
    main = max(edges, key=lambda edge: lengths[edge.source], default=None)
    found = {edge.id: WEIGHTS[graph.by_id[edge.source].kind] for edge in edges}
    if main is not None and lengths[main.source] > 0:
        found[main.id] = 2.0 + lengths[main.source]
    return found
