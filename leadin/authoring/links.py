"""Links and pictures in Markdown cells: do they lead somewhere, and can they be read aloud?"""

import os.path
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

from markdown_it import MarkdownIt
from markdown_it.token import Token
from nbformat import NotebookNode

from leadin.authoring.notebooks import Finding


@dataclass(frozen=True)
class Link:
    """A link, or a picture with its alternative text; `alt` is None for a link."""

    target: str
    alt: str | None = None


def link_findings(notebook: NotebookNode, folders: Sequence[Path]) -> list[Finding]:
    """Say which relative links lead nowhere and which pictures have no alternative text.

    Args:
        notebook: the notebook whose Markdown cells are read.
        folders: the folders that it lies in; a relative link must lead somewhere from each.
    """
    findings = []
    for cell in notebook.cells:
        if cell.cell_type != "markdown":
            continue
        for link in links(cell.source):
            if not _leads_somewhere(link.target, folders, cell.get("attachments", {})):
                text = f"links to {link.target!r}, which is not there: mend the link"
                findings.append(Finding(cell.id, text))
            if link.alt is not None and not link.alt.strip():
                text = f"shows {link.target!r} without alternative text: say what it shows"
                findings.append(Finding(cell.id, text))
    return findings


def links(markdown: str) -> list[Link]:
    """List the links and pictures of a Markdown text, those written as HTML included."""
    return [link for token in MarkdownIt().parse(markdown) for link in _links_in(token)]


def _links_in(token: Token) -> Iterator[Link]:
    if token.type == "link_open":
        yield Link(str(token.attrGet("href")))
    elif token.type == "image":
        yield Link(str(token.attrGet("src")), alt=token.content)
    elif token.type in ("html_block", "html_inline"):
        reader = _HtmlLinks()
        reader.feed(token.content)
        yield from reader.found
    else:
        for child in token.children or []:
            yield from _links_in(child)


class _HtmlLinks(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[Link] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        if tag == "img":
            self.found.append(Link(values.get("src", ""), alt=values.get("alt", "")))
        elif tag == "a" and "href" in values:
            self.found.append(Link(values["href"]))


def _leads_somewhere(target: str, folders: Sequence[Path], attachments: NotebookNode) -> bool:
    """Say whether a target exists. What lies on another machine is taken on trust."""
    parts = urlsplit(target)
    path = unquote(parts.path)
    if parts.scheme == "attachment":
        return path in attachments
    if parts.scheme or parts.netloc:
        return True
    if not path:
        return bool(parts.fragment)
    # A backslash or a leading slash leads somewhere on some machines only.
    if "\\" in path or path.startswith("/"):
        return False
    # By name, since `lessons/..` can't be followed before lessons/ exists.
    return all(os.path.exists(os.path.normpath(folder / path)) for folder in folders)
