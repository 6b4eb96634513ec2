"""What the reading site adds to Sphinx: pictures with a size, anchors of cells, and its own search.

Sphinx's search finds pages that have every word of the query. A page is a whole lesson here, and a
pasted error message has words that are in none. So the pages are written down section by section,
as passages with their text, and book/_static/find.js ranks these.
"""

import html
import json
import re
import struct
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.writers.html5 import HTML5Translator

#: A passage: page, id of the section, title of the page, title of the section, text.
Passage = tuple[str, str, str, str, str]

_CELL_ANCHOR = re.compile(r'class="cell-anchor" id="([^"]+)"')
_CAPTION = '<p class="caption" role="heading"'
_NOT_READ = re.compile(r"<(script|style|svg)\b.*?</\1>|<[^>]*>", re.DOTALL)
_HAT = re.compile(r"\\hat\{(\w)\}")
_PUNCTUATION = re.compile(r"[.,;:!?)]+")
_TEX = re.compile(r"\\[a-zA-Z]+|\\.|[{}_^]")
_VIEW_BOX = re.compile(rb'viewBox="\S+ \S+ (\S+) (\S+)"')


class PageWriter(HTML5Translator):
    """Writes pictures that load when they come into view, and then do not move the text."""

    def visit_image(self, node: nodes.image) -> None:
        """Give a picture its size."""
        # First, as Sphinx puts the picture's place on the site into the node.
        size = size_of((Path(self.builder.srcdir) / node["uri"]).read_bytes())
        super().visit_image(node)
        attributes = 'loading="lazy" decoding="async"'
        if size:
            attributes += f' width="{size[0]}" height="{size[1]}"'
        self.body[-1] = self.body[-1].replace("<img ", f"<img {attributes} ", 1)


def size_of(picture: bytes) -> tuple[int, int] | None:
    """Read width and height of a PNG or SVG in pixels; None where they are not told."""
    if picture.startswith(b"\x89PNG"):
        width, height = struct.unpack(">II", picture[16:24])
        return int(width), int(height)
    box = _VIEW_BOX.search(picture)
    return (round(float(box[1])), round(float(box[2]))) if box else None


def name_heading_level(
    app: Sphinx, page: str, template: str, context: dict[str, Any], document: nodes.document | None
) -> None:
    """Say of which level the captions of the list of pages are: Sphinx calls them headings only."""
    tree = context.get("furo_navigation_tree", "")
    context["furo_navigation_tree"] = tree.replace(_CAPTION, f'{_CAPTION} aria-level="2"')


def give_way_to_cells(app: Sphinx, document: nodes.document) -> None:
    """Rename a section whose id is that of a cell, since links lead to cells by their ids."""
    cells = {
        match[1] for raw in document.findall(nodes.raw) for match in _CELL_ANCHOR.finditer(str(raw))
    }
    for section in document.findall(nodes.section):
        section["ids"] = [f"{i}-section" if i in cells else i for i in section["ids"]]


def keep_punctuation(app: Sphinx, document: nodes.document) -> None:
    """Hold a formula and the mark after it together: a line may not begin with a comma."""
    for formula in list(document.findall(nodes.math)):
        following = formula.next_node(descend=False, siblings=True)
        if not isinstance(following, nodes.Text) or following.parent is not formula.parent:
            continue
        if mark := _PUNCTUATION.match(following):
            formula.parent.replace(following, nodes.Text(following[mark.end() :]))
            kept = nodes.inline(classes=["keep"])
            formula.replace_self(kept)
            kept += [formula, nodes.Text(mark[0])]


class Passages:
    """The passages of all pages, kept until the last page is written."""

    def __init__(self) -> None:
        self.by_page: dict[str, list[Passage]] = {}

    def keep(self, app: Sphinx, document: nodes.document, page: str) -> None:
        """Keep the passages of a page."""
        self.by_page[page] = list(passages(document, page))

    def write(self, app: Sphinx, error: Exception | None) -> None:
        """Write them as a script, since a page from a folder may load no data."""
        if error is None:
            told = [passage for page in sorted(self.by_page) for passage in self.by_page[page]]
            text = json.dumps(told, ensure_ascii=False, separators=(",", ":"))
            target = Path(app.outdir) / "_static" / "passages.js"
            target.write_text(f"Search.setIndex({text});\n", encoding="utf-8")


def passages(document: nodes.document, page: str) -> Iterator[Passage]:
    """Cut a page into a passage for each section, without those inside it."""
    sections = list(document.findall(nodes.section))
    for section in sections:
        body = [node for node in section.children if not isinstance(node, nodes.section)]
        text = "".join(part for node in body[1:] for part in _words(node))
        first, own = _title(sections[0]), _title(section)
        place = "" if section is sections[0] else section["ids"][0]
        yield page, place, first, own, " ".join(text.split())


def _title(section: nodes.section) -> str:
    return " ".join("".join(_words(section.children[0])).split())


def _words(node: nodes.Node) -> Iterator[str]:
    """Read a part of a page as a reader would who leaves the code out."""
    if isinstance(node, nodes.raw):
        yield html.unescape(_NOT_READ.sub(" ", node.astext()))
    elif isinstance(node, nodes.math):
        yield _TEX.sub("", _HAT.sub("\\1\N{COMBINING CIRCUMFLEX ACCENT}", node.astext()))
    elif isinstance(node, nodes.Text):
        yield node.astext()
    elif isinstance(node, nodes.literal_block):
        if node.get("language") != "python":
            yield f" {node.astext()} "
    elif not isinstance(node, nodes.math_block):
        for child in node.children:
            yield from _words(child)
        if isinstance(node, nodes.Structural | nodes.Body | nodes.Part):
            yield " "


def setup(app: Sphinx) -> dict[str, bool]:
    """Put it all in."""
    app.set_translator("html", PageWriter)
    # Before the tables of contents are made of the sections' ids.
    app.connect("doctree-read", give_way_to_cells, priority=100)
    app.connect("doctree-read", keep_punctuation)
    # After furo has made that list.
    app.connect("html-page-context", name_heading_level, priority=900)
    kept = Passages()
    app.connect("doctree-resolved", kept.keep)
    app.connect("build-finished", kept.write)
    return {"parallel_read_safe": True, "parallel_write_safe": False}
