"""Markdown text and its blocks. Pure: text in, text out."""

import html
import re
from collections.abc import Sequence

from markdown_it import MarkdownIt

_PARSER = MarkdownIt().enable("table")
_CODE = re.compile(r"`([^`]+)`")
_MARKS = re.compile(r"[*`$\\]")
_REPOSITORY_LINK = re.compile(r"\[([^\]]*)\]\(\.\./([^)]*)\)")
#: A link to a notebook, maybe to one of its cells as JupyterLab has it.
_CELL_LINK = re.compile(r'\[([^\]]*)\]\((\d\d_\w+)\.ipynb(?:#cell-id=([\w-]+))?(?: "([^"]*)")?\)')
_LESSON = re.compile(r"\blesson (\d\d)\b")
#: Where a lesson's number is not a place to put a link: code, and links and pictures as they are.
_NO_LINK = re.compile(r"(`[^`]*`|!?\[[^\]]*\]\([^)]*\)|^#.*$)", re.MULTILINE)


def blocks(text: str) -> list[str]:
    """Cut a text into its paragraphs, headings, lists, tables and other blocks."""
    lines = text.split("\n")
    spans = [token.map for token in _PARSER.parse(text) if token.level == 0 and token.map]
    return ["\n".join(lines[first:last]).rstrip() for first, last in spans]


def is_heading(block: str) -> bool:
    """Say whether a block is a heading."""
    return block.startswith("#")


def is_table(block: str) -> bool:
    """Say whether a block is a table."""
    return block.startswith("|")


def is_caption(block: str) -> bool:
    """Say whether a block is emphasized as a whole, as what stands under a picture is."""
    return re.fullmatch(r"\*[^*].*\*", block, re.DOTALL) is not None


def fence(code: str, language: str) -> str:
    """Write a block of code, whatever backticks stand in it."""
    longest = max((len(run) for run in re.findall("`+", code)), default=0)
    ticks = "`" * max(3, longest + 1)
    return f"{ticks}{language}\n{code}\n{ticks}"


def raw_html(content: str) -> str:
    """Write HTML that stays as it is, with blank lines in it or without."""
    return fence(content, "{raw} html")


def plain(text: str) -> str:
    """Take the marks out of a text, for where there is room for words only."""
    return " ".join(_MARKS.sub("", text).split())


def code_spans_to_html(text: str) -> str:
    """Write a text with code spans as HTML."""
    parts = _CODE.split(text)
    return "".join(
        f"<code>{html.escape(part)}</code>" if number % 2 else html.escape(part, quote=False)
        for number, part in enumerate(parts)
    )


def table_rows(block: str) -> list[list[str]]:
    """Cut a table into the cells of its rows, without the head."""
    rows = [line.strip().strip("|").split("|") for line in block.split("\n")[2:]]
    return [[cell.strip() for cell in row] for row in rows]


def name_repository_files(text: str) -> str:
    """Name the files of the repository that a text links to: they are not on the site."""

    def named(match: re.Match[str]) -> str:
        label, path = match[1].strip("`"), match[2]
        return f"`{label}`" if label.strip("/") in path else f"{label} (`{path}`)"

    return _REPOSITORY_LINK.sub(named, text)


def link_lessons(text: str, lessons: Sequence[str], here: str = "") -> str:
    """Make a link of each `lesson 08`.

    Args:
        text: Markdown.
        lessons: the names of all lessons, such as `08_training_linear`.
        here: the lesson that the text belongs to; it is not linked to itself.
    """
    names = {name[:2]: name for name in lessons if name != here}

    def linked(match: re.Match[str]) -> str:
        name = names.get(match[1])
        return f"[{match[0]}]({name}.ipynb)" if name else match[0]

    parts = _NO_LINK.split(text)
    return "".join(
        part if number % 2 else _LESSON.sub(linked, part) for number, part in enumerate(parts)
    )


def link_cells(text: str) -> str:
    """Make links to cells of notebooks lead to the same places of the lessons' pages."""

    def to_page(match: re.Match[str]) -> str:
        label, name, cell_id, title = match.groups()
        place = f"#{cell_id}" if cell_id else ""
        hint = f' title="{title}"' if title else ""
        return f'<a href="{name}.html{place}"{hint}>{code_spans_to_html(label)}</a>'

    return _CELL_LINK.sub(to_page, text)
