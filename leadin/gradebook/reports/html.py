"""The pages' frame, and sentences in markup."""

from leadin.charts.markup import Html, element, to_html
from leadin.gradebook.reports.style import STYLE
from leadin.words import template

#: The pages need nothing from anywhere, so nothing is allowed: no script, no request.
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"


def sentence(key: str, **fields: object) -> Html:
    """A sentence of the catalogue as markup; texts among its values are plain or markup."""
    texts = {
        name: to_html(value) if isinstance(value, str) else value for name, value in fields.items()
    }
    return Html(to_html(template(key, fields)).format_map(texts))


def page(title: str, *body: Html) -> str:
    """A whole page, complete in itself: light or dark, on paper and on narrow screens.

    Args:
        title: what its tab is called.
        body: what it shows.
    """
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="color-scheme" content="light dark">\n'
        f"{element('title', title)}\n<style>{STYLE}</style>\n</head>\n<body>\n"
        + "\n".join(body)
        + "\n</body>\n</html>\n"
    )
