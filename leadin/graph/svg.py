"""The picture of a graph, as SVG text that needs nothing else: no font, script or style sheet."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape

from leadin.graph import words
from leadin.graph.layout import MARGIN, Layout, Line, Place, Size, lay_out
from leadin.graph.model import Edge, Graph, Node, Value

LETTERS, LARGE, LINE = 13, 17, 18
PADDING, PADDING_Y = 9, 12
#: Height of the two lines above the graph that say what the colours mean, and their width.
LEGEND, LEGEND_WIDTH = 46, 250
#: Half the distance between the way forward and the way back.
LANE = 3
ARROW = 7
#: Most edges that one piece of a trunk answers to: a long graph's trunks have hundreds.
MOST_KEYS = 4
_NARROW, _WIDE = frozenset("iIjl.,:;'|()[]!tfr1 "), frozenset("mwMW@%∂+=−×≈→")

_LIGHT = {
    "paper": "#ffffff",
    "ink": "#1a1a1a",
    "faint": "#5a5a5a",
    "forward": "#1f5fa8",
    "back": "#b3400f",
    "operation": "#ffffff",
    "constant": "#eeeeee",
    "leaf": "#fdeadd",
    "loss": "#e3eefa",
}
_DARK = {
    "paper": "#1b1e23",
    "ink": "#ececec",
    "faint": "#b0b4ba",
    "forward": "#82b8f2",
    "back": "#ff9d6b",
    "operation": "#262a31",
    "constant": "#3a3e45",
    "leaf": "#4a3222",
    "loss": "#213a53",
}


@dataclass(frozen=True)
class Text:
    """One line of text in a node.

    Attributes:
        text: what is always shown.
        kind: its style: `symbol`, `name`, or `gradient`.
        value: what follows once it is known.
        key: what the rest is revealed by in the player.
    """

    text: str
    kind: str
    value: str = ""
    key: str = ""


def draw(graph: Graph) -> str:
    """Draw a graph as SVG.

    The background is opaque, and its colours follow the reader's light or dark setting where the
    program that shows it knows of one. Ids in it are made from its content, so that two graphs on
    a page do not clash. Each thing carries what the player reveals it by as `data-k`.

    Args:
        graph: the graph.

    Returns:
        An `svg` element.
    """
    texts = {node.id: _texts(graph, node) for node in graph.nodes}
    labels = {edge.id: words.value_rows(edge.gradient) for edge in graph.edges if edge.gradient}
    layout = lay_out(
        graph,
        {node.id: _box(texts[node.id], node) for node in graph.nodes},
        {edge: _label_box(rows) for edge, rows in labels.items()},
    )
    edges = {edge.id: edge for edge in graph.edges}
    parts = [
        *(part for line in layout.lines for part in _line(line, edges)),
        *(part for node in graph.nodes for part in _node(graph, node, texts[node.id], layout)),
        *(_label(edges[edge], rows, layout) for edge, rows in labels.items()),
    ]
    return _page(graph, layout, "\n".join(parts))


def text_width(text: str, size: float = LETTERS) -> float:
    """Estimate the width of a text in px, rather too large: fonts differ."""
    units = (0.36 if c in _NARROW else 0.9 if c in _WIDE else 0.62 for c in text)
    return size * sum(units)


def _texts(graph: Graph, node: Node) -> list[Text]:
    key = node.id
    lines = [Text(words.symbol(node), "symbol")] if node.kind == "operation" else []
    rows = words.value_rows(node.value)
    if node.value is None:
        shape = f"  {words.shape_text(node.shape)}" if node.shape else ""
        lines.append(_named(node, f"?{shape}", key))
    elif node.value.numbers is None or rows == (words.shape_text(node.value.shape),):
        lines.append(_named(node, rows[0], ""))
    elif len(rows) == 1:
        lines.append(_named(node, rows[0], key))
    else:
        lines.append(_named(node, words.shape_text(node.value.shape), ""))
        lines.extend(Text("", "name", row, key) for row in rows)
    if node.kind == "leaf" and node.gradient is not None:
        several = len(words.incoming(graph, node)) > 1
        lines.append(Text("sum of gradients" if several else "gradient", "gradient"))
        lines.extend(
            Text("", "gradient", row, f"g{key}") for row in words.value_rows(node.gradient)
        )
        if len(words.value_rows(node.gradient)) == 1:
            row = lines.pop()
            lines[-1] = Text(lines[-1].text, "gradient", f" {row.value}", row.key)
    if node.note.startswith("changed"):
        lines.append(Text("changed since forward", "gradient"))
    return lines


def _named(node: Node, value: str, key: str) -> Text:
    if not node.name:
        return Text("", "name", value, key)
    # A shape is no value: it stands beside the name from the start.
    return Text(node.name, "name", f" = {value}" if key else f"  {value}", key)


def _box(texts: list[Text], node: Node) -> Size:
    widths = (
        text_width(line.text + line.value, LARGE if line.kind == "symbol" else LETTERS)
        for line in texts
    )
    round_ends = 2 * PADDING if node.kind == "operation" else PADDING
    return max(*widths, 16) + round_ends + PADDING, LINE * len(texts) + PADDING_Y


def _label_box(rows: tuple[str, ...]) -> Size:
    return max(text_width(row) for row in rows), LINE * len(rows)


def _line(line: Line, edges: dict[str, Edge]) -> Iterator[str]:
    """Draw the way forward and, where a gradient flows, the way back beside it."""
    back = [edge for edge in line.edges if edges[edge].gradient]
    end = ' marker-end="url(#ID-f)"' if line.enters else ""
    forward = _shifted(line, -LANE if back else 0)
    if line.enters:
        forward[3] = (forward[3][0], forward[3][1] - ARROW)
    yield f'<path class="f"{end} d="{_curve(forward)}"/>'
    if back:
        way = _shifted(line, LANE)
        if line.leaves:
            way[0] = (way[0][0], way[0][1] + ARROW)
        end = ' marker-end="url(#ID-b)"' if line.leaves else ""
        yield (f'<path class="b" data-k="{_keys(back, edges)}"{end} d="{_curve(way[::-1])}"/>')


def _shifted(line: Line, aside: float) -> list[Place]:
    return [(x + aside, y) for x, y in line.way]


def _keys(back: list[str], edges: dict[str, Edge]) -> str:
    """What reveals a way back; of a trunk with many edges only the one that is played first."""
    if len(back) > MOST_KEYS:
        order = list(edges)
        back = [max(back, key=order.index)]
    return " ".join(back)


def _curve(way: list[Place]) -> str:
    """Draw a line through four places, bent between the middle two."""
    (x1, y1), (_, y2), (x2, y3), (_, y4) = way
    if abs(x1 - x2) < 0.05:
        return f"M{x1:.6g} {y1:.6g}V{y4:.6g}"
    middle = f"{(y2 + y3) / 2:.6g}"
    bend = f"C{x1:.6g} {middle} {x2:.6g} {middle} {x2:.6g} {y3:.6g}"
    return f"M{x1:.6g} {y1:.6g}V{y2:.6g}{bend}V{y4:.6g}"


def _node(graph: Graph, node: Node, texts: list[Text], layout: Layout) -> Iterator[str]:
    x, y = layout.nodes[node.id]
    width, height = _box(texts, node)
    kind = "loss" if node is graph.loss else node.kind
    corner = min(height / 2, 18) if node.kind == "operation" else 2
    yield f'<g data-n="{node.id}"><title>{escape(_about(node))}</title>'
    yield (
        f'<rect class="{kind}" x="{x - width / 2:.6g}" y="{y - height / 2:.6g}" '
        f'width="{width:.6g}" height="{height:g}" rx="{corner:g}"/>'
    )
    top = y - LINE * len(texts) / 2
    for place, line in enumerate(texts):
        value = f'<tspan data-k="{line.key}">{escape(line.value)}</tspan>' if line.key else ""
        still = escape(line.text if line.key else line.text + line.value)
        yield (
            f'<text class="{line.kind}" x="{x:.6g}" y="{top + LINE * place + 14:.6g}">'
            f"{still}{value}</text>"
        )
    yield "</g>"


def _about(node: Node) -> str:
    """What is told of a node when the mouse rests on it."""
    what = node.torch_name or "constant, no gradient"
    shape = f"shape {node.shape}" if node.shape is not None else "shape not known"
    settings = ", ".join(f"{name} = {value:g}" for name, value in node.settings)
    ranges = _range(node.value)
    return "; ".join(part for part in (what, shape, settings, ranges, node.note) if part)


def _range(value: Value | None) -> str:
    if value is None or not value.numbers or len(value.numbers) == 1:
        return ""
    low, high = words.number(min(value.numbers)), words.number(max(value.numbers))
    return f"from {low} to {high}"


def _label(edge: Edge, rows: tuple[str, ...], layout: Layout) -> str:
    x, y = layout.labels[edge.id]
    top = y - LINE * len(rows) / 2
    spans = "".join(
        f'<tspan x="{x:.6g}" y="{top + LINE * n + 13.5:.6g}">{escape(row)}</tspan>'
        for n, row in enumerate(rows)
    )
    return f'<text class="label" data-k="{edge.id}">{spans}</text>'


def _page(graph: Graph, layout: Layout, content: str) -> str:
    width, height = max(layout.width, LEGEND_WIDTH + 2 * MARGIN), layout.height + LEGEND
    aside = (width - layout.width) / 2
    body = f'{_legend(graph)}\n<g transform="translate({aside:g} {LEGEND})">\n{content}\n</g>'
    title = f"The graph of {graph.loss.name} = {words.value_text(graph.loss.value)}"
    identity = "lg-" + hashlib.sha256(f"{title}{body}".encode()).hexdigest()[:10]
    page = (
        f'<svg xmlns="http://www.w3.org/2000/svg" id="ID" role="img" '
        f'aria-labelledby="ID-t ID-d" width="{width:g}" height="{height:g}" '
        f'viewBox="0 0 {width:g} {height:g}">\n'
        f'<title id="ID-t">{escape(title)}</title>\n'
        f'<desc id="ID-d">{escape(words.summary(graph))}</desc>\n'
        f"<style>{_style()}</style>\n"
        f"<defs>{_arrow('f')}{_arrow('b')}</defs>\n"
        f'<rect class="paper" width="100%" height="100%"/>\n'
        f"{body}\n</svg>"
    )
    return (
        page.replace('"ID', f'"{identity}')
        .replace("#ID", f"#{identity}")
        .replace(" ID-", f" {identity}-")
    )


def _arrow(kind: str) -> str:
    return (
        f'<marker id="ID-{kind}" class="{kind}h" viewBox="0 0 10 10" refX="1" refY="5" '
        f'markerUnits="userSpaceOnUse" markerWidth="{ARROW + 1}" markerHeight="{ARROW + 1}" '
        f'orient="auto"><path d="M0 0L10 5L0 10z"/></marker>'
    )


def _legend(graph: Graph) -> str:
    lines = [("f", "forward: values", 20, f"M{MARGIN} 16H{MARGIN + 26}")]
    if graph.loss.gradient:
        way = f"M{MARGIN + 33} 34H{MARGIN + 7}"
        meet = any(len(words.incoming(graph, node)) > 1 for node in graph.nodes)
        text = "backward: gradients, added up" if meet else "backward: gradients"
        lines.append(("b", text, 38, way))
    return "\n".join(
        f'<path class="{kind}" marker-end="url(#ID-{kind})" d="{way}"/>'
        f'<text class="legend" x="{MARGIN + 42}" y="{y}">{text}</text>'
        for kind, text, y, way in lines
    )


def _style() -> str:
    """Style the picture; the dark colours count only where a reader asks for them."""
    fixed = (
        "#ID text{font:13px Helvetica,Arial,'DejaVu Sans',sans-serif;text-anchor:middle}"
        "#ID .symbol{font-size:17px;font-weight:bold}"
        "#ID .label,#ID .legend{text-anchor:start}"
        "#ID path.f,#ID path.b{fill:none;stroke-width:1.6}"
        "#ID path.b{stroke-dasharray:4 2.5}"
        "#ID rect{stroke-width:1.4}"
    )
    dark = f"@media (prefers-color-scheme:dark){{{_colours(_DARK)}}}"
    return fixed + _colours(_LIGHT) + dark


def _colours(palette: dict[str, str]) -> str:
    boxes = "".join(
        f"#ID .{kind}{{fill:{palette[kind]};stroke:{palette['ink']}}}"
        for kind in ("operation", "constant", "loss")
    )
    return (
        f"#ID .paper{{fill:{palette['paper']}}}#ID text{{fill:{palette['ink']}}}"
        f"{boxes}#ID .leaf{{fill:{palette['leaf']};stroke:{palette['back']}}}"
        f"#ID .legend{{fill:{palette['faint']}}}"
        f"#ID .name tspan{{fill:{palette['forward']}}}"
        f"#ID .gradient,#ID .label{{fill:{palette['back']}}}"
        f"#ID path.f{{stroke:{palette['forward']}}}#ID .fh{{fill:{palette['forward']}}}"
        f"#ID path.b{{stroke:{palette['back']}}}#ID .bh{{fill:{palette['back']}}}"
    )
