"""Markup put together so that nothing a student wrote can become part of it."""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from html import escape

#: A reader has no use for these: control characters and halves of characters.
_UNPRINTABLE = r"[^\t\n\r\x20-\x7e\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]"
#: Most texts have nothing in them to escape, and a page has a thousand of them.
_TO_ESCAPE = re.compile(rf"[&<>\"']|{_UNPRINTABLE}")


class Html(str):
    """Text that is markup already; any other text is escaped where it enters an element."""

    __slots__ = ()


def element(tag: str, *children: str, **attributes: object) -> Html:
    """An element of HTML or SVG.

    Args:
        tag: its name.
        children: what stands in it, markup or plain text.
        attributes: by name, with `_` for `-` and a `_` behind names that Python reserves.
    """
    inner = "".join([to_html(child) for child in children])
    return Html(f"<{tag}{_attributes(attributes)}>{inner}</{tag}>")


def to_html(text: str) -> Html:
    """A text as markup that shows it."""
    if isinstance(text, Html):
        return text
    if not _TO_ESCAPE.search(text):
        return Html(text)
    return Html(escape(re.sub(_UNPRINTABLE, "�", text)))


def join(parts: Iterable[Html]) -> Html:
    """Several pieces of markup, one after the other."""
    return Html("".join(parts))


def _attributes(attributes: Mapping[str, object]) -> str:
    texts = (
        (name, value if isinstance(value, str) else str(value))
        for name, value in attributes.items()
    )
    return "".join([f' {_attribute_name(name)}="{to_html(text)}"' for name, text in texts])


@lru_cache
def _attribute_name(name: str) -> str:
    return name.rstrip("_").replace("_", "-")
