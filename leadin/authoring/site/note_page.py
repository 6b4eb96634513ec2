"""From lessons/README.md to the page that leads from the lecture note to the lessons. Pure."""

import re

from leadin.authoring.site.markdown import blocks, code_spans_to_html

#: The part of lessons/README.md that becomes a page.
_BEGIN = "## From the lecture note to the lessons"
#: A paragraph that speaks of links in JupyterLab.
_ELSEWHERE = "In JupyterLab"
_LINK = re.compile(r'\[([^\]]*)\]\((\d\d_\w+)\.ipynb(?:#cell-id=([\w-]+))?(?: "([^"]*)")?\)')


def note_page(readme: str) -> str:
    """Make the page, with links that lead to cells of the lessons' pages.

    Args:
        readme: the text of lessons/README.md.
    """
    begin = readme.find(_BEGIN)
    if begin < 0:
        raise ValueError(f"lessons/README.md has no part {_BEGIN!r}")
    kept = [part for part in blocks(readme[begin:]) if not part.startswith(_ELSEWHERE)]
    # The part becomes a page of its own, under one title.
    title, *rest = kept
    text = "\n\n".join([title[1:], *(part.replace("### ", "## ", 1) for part in rest)])
    return _LINK.sub(_to_page, text) + "\n"


def _to_page(match: re.Match[str]) -> str:
    text, name, cell_id, title = match.groups()
    place = f"#{cell_id}" if cell_id else ""
    hint = f' title="{title}"' if title else ""
    return f'<a href="{name}.html{place}"{hint}>{code_spans_to_html(text)}</a>'
