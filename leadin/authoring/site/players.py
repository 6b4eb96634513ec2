"""Stored graphs become players on the site. Pure: outputs in, outputs out."""

import copy

from nbformat import NotebookNode

from leadin.graph.player import SCRIPT, STEPS_TYPE, STYLE, player_of, without_code

#: What a page with players needs once, by the name of its file.
PLAYER_FILES = {"player.css": STYLE + "\n", "player.js": SCRIPT + "\n"}

_PLAYER = '<div class="leadin-player"'


def with_player(output: NotebookNode) -> NotebookNode:
    """Return an output that plays its graph, if it has one, without style and script."""
    shown = copy.deepcopy(output)
    data = shown.get("data", {})
    html = data.get("text/html", "")
    if STEPS_TYPE in data:
        data["text/html"] = player_of(html, data.pop(STEPS_TYPE))
    elif html.startswith(_PLAYER):
        data["text/html"] = without_code(html)
    return shown
