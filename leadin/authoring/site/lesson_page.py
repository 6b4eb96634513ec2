"""From a solution to its page on the reading site. Pure: notebook in, notebook out.

What a reader is asked to predict is folded away until wanted, and so are a solution, the code of a
plot and the set-up. A fold is HTML around Markdown and outputs, so it opens without scripts.
"""

import ast
import copy
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from html import escape

from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from leadin.authoring.derive import derive
from leadin.authoring.notebooks import Finding, NotebookError
from leadin.authoring.site.markdown import (
    blocks,
    fence,
    is_caption,
    is_heading,
    link_lessons,
    raw_html,
)
from leadin.graph.player import SCRIPT, STEPS_TYPE, STYLE, player_of, without_code
from leadin.judging.source import parse_cell
from leadin.notebook.roles import BEGIN, END, Role, has_role, is_exercise
from leadin.notebook.scenes import Scene, answers, scenes
from leadin.words import say

#: What a page with players needs once, by the name of its file.
PLAYER_FILES = {"player.css": STYLE + "\n", "player.js": SCRIPT + "\n"}

_PLAYER = '<div class="leadin-player"'

SET_UP = "set-up"
#: The code of a plot stands open if it is not longer than this.
SHORT_CODE = 3
#: Methods and an argument that take what stands in a plot.
_TAKERS_OF_TEXT = ("set_title", "set_xlabel", "set_ylabel", "label")

#: A part of a page: Markdown, or a cell of which only the outputs are shown.
Part = str | NotebookNode


@dataclass(frozen=True)
class PageSource:
    """A lesson, and what its page takes from elsewhere.

    Attributes:
        name: such as `08_training_linear`.
        solution: its notebook, with outputs.
        lessons: the names of all lessons, for links between them.
        explorables: HTML to put behind a cell, by the cell's id.
    """

    name: str
    solution: NotebookNode
    lessons: Sequence[str] = ()
    explorables: Mapping[str, str] = field(default_factory=dict)


def lesson_page(lesson: PageSource) -> NotebookNode:
    """Make the notebook that Sphinx turns into a lesson's page.

    Raises:
        NotebookError: the lesson can't be derived, or a cell that an explorable follows is missing.
    """
    cells = lesson.solution.cells
    if missing := sorted(lesson.explorables.keys() - {cell.id for cell in cells}):
        raise NotebookError(Finding(missing[0], "is not there, but an explorable is to follow it"))
    stubs = {cell.id: cell.source for cell in derive(lesson.solution).cells}
    parts = _with_top_line(lesson.name, _parts(lesson, stubs))
    page: NotebookNode = new_notebook(
        cells=list(_cells(lesson, parts)), metadata=lesson.solution.metadata
    )
    return page


def anchor(cell_id: str) -> str:
    """Write the place that a link to a cell leads to."""
    return f'<div class="cell-anchor" id="{escape(cell_id)}"></div>'


def fold(summary: str, kind: str, parts: Iterable[Part]) -> Iterator[Part]:
    """Put parts of a page where they show when the reader asks for them."""
    yield f'<details class="fold {kind}"><summary>{escape(summary)}</summary>'
    yield from parts
    yield "</details>"


def _parts(lesson: PageSource, stubs: Mapping[str, str]) -> Iterator[Part]:
    for scene in scenes(lesson.solution.cells):
        if scene.text is not None:
            yield from _text([scene.text])
            yield from _explorables(lesson, [scene.text])
        yield from _code(scene, stubs)
        yield from _explorables(lesson, scene.code + scene.remarks)


def _text(cells: Iterable[NotebookNode]) -> Iterator[Part]:
    for cell in cells:
        yield anchor(cell.id)
        yield from _with_figures(blocks(cell.source))


def _explorables(lesson: PageSource, cells: Iterable[NotebookNode]) -> Iterator[Part]:
    for cell in cells:
        if cell.id in lesson.explorables:
            yield raw_html(lesson.explorables[cell.id])


def _code(scene: Scene, stubs: Mapping[str, str]) -> Iterator[Part]:
    """Write the code cells of a scene, and what is said of their outputs."""
    captions = list(_text(scene.captions))
    answer = list(_text(scene.answers))
    hidden: list[Part] = []
    for cell in scene.code:
        shown = _outputs(cell, captions if cell is scene.code[-1] else [])
        is_answer = scene.is_question and answers(cell)
        if is_answer and shows_plot(cell):
            # A plot shows the numbers before it: they open together.
            hidden += [*_source(cell, stubs), *shown]
            continue
        if hidden:
            yield from fold(say("page.lesson.output"), "output-fold", hidden)
            hidden = []
        yield from _source(cell, stubs)
        if is_answer:
            hidden = [*shown]
        else:
            yield from shown
    if hidden or answer:
        yield from fold(say("page.lesson.answer"), "answer-fold", [*hidden, *answer])


def _source(cell: NotebookNode, stubs: Mapping[str, str]) -> Iterator[Part]:
    yield anchor(cell.id)
    code = fence(stubs[cell.id], "python")
    if cell.id == SET_UP:
        yield from fold(say("page.lesson.set_up"), "code-fold", [code])
    elif shows_plot(cell) and len(cell.source.split("\n")) > SHORT_CODE:
        yield from fold(say("page.lesson.picture_code"), "code-fold", [code])
    elif has_role(cell, Role.HELPER):
        yield from fold(say("page.lesson.helper_code"), "code-fold", [code])
    else:
        yield code
    if is_exercise(cell):
        solution = [line for line in cell.source.split("\n") if line.strip() not in (BEGIN, END)]
        solved = fence("\n".join(solution), "python")
        yield from fold(say("page.lesson.solution"), "solution-fold", [solved])


def _outputs(cell: NotebookNode, captions: Sequence[Part]) -> Iterator[Part]:
    """Write what a cell shows, as a figure with its caption where there is one."""
    if not cell.outputs:
        yield from captions
        return
    image = {"alt": alternative_text(cell)}
    metadata = {"tags": ["remove-input"], "mystnb": {"image": image}}
    outputs = [with_player(output) for output in cell.outputs]
    shown = new_code_cell(cell.source, outputs=outputs, metadata=metadata)
    if captions and shows_figure(cell):
        yield from _figure(shown, captions)
    else:
        yield shown
        yield from captions


def _with_figures(text: Sequence[str]) -> Iterator[Part]:
    """Write a text's blocks; a picture becomes a figure with the caption that follows it."""
    number = 0
    while number < len(text):
        block = text[number]
        caption = [part for part in text[number + 1 : number + 2] if is_caption(part)]
        if block.startswith("![") and caption:
            yield from _figure(block, caption)
            number += 1
        else:
            yield block
        number += 1


def _figure(picture: Part, captions: Sequence[Part]) -> Iterator[Part]:
    yield "<figure>"
    yield picture
    yield "<figcaption>"
    yield from captions
    yield "</figcaption></figure>"


def _with_top_line(name: str, parts: Iterable[Part]) -> Iterator[Part]:
    """Say under the title where the page comes from and how to run it."""
    held: list[Part] = []
    for part in parts:
        if isinstance(part, str) and is_heading(part):
            # What stood before the title, the first cell's anchor, goes behind it.
            yield part
            yield from held
            yield _top_line(name)
            yield from parts
            return
        held.append(part)
    yield from held


def _top_line(name: str) -> str:
    file = f"{name}.ipynb"
    link = f'<a href="notebooks/{file}" download>lessons/{file}</a>'
    told = say("page.lesson.from", link=link, command="<code>make lab</code>")
    return f'<p class="from-notebook">{told}</p>'


def _cells(lesson: PageSource, parts: Iterable[Part]) -> Iterator[NotebookNode]:
    """Make cells of a page's parts, joining texts that follow each other."""
    texts: list[str] = []
    number = 0
    for part in [*parts, None]:
        if isinstance(part, str):
            texts.append(part)
            continue
        if texts:
            source = "\n\n".join(link_lessons(text, lesson.lessons, lesson.name) for text in texts)
            yield _named(new_markdown_cell(source.replace("](../pics/", "](pics/")), number)
            texts, number = [], number + 1
        if part is not None:
            yield _named(part, number)
            number += 1


def _named(cell: NotebookNode, number: int) -> NotebookNode:
    # Not the random id that a new cell has: the same notebooks make the same bytes.
    cell.id = f"part-{number}"
    return cell


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


def shows_figure(cell: NotebookNode) -> bool:
    """Say whether a code cell's outputs are pictures or graphs, and no text."""
    kinds = [_kind(output) for output in cell.outputs]
    return bool(kinds) and all(kind in ("image/png", "text/html") for kind in kinds)


def shows_plot(cell: NotebookNode) -> bool:
    """Say whether a code cell's outputs are plots, and nothing else."""
    return bool(cell.outputs) and all(_kind(output) == "image/png" for output in cell.outputs)


def alternative_text(cell: NotebookNode) -> str:
    """Say in words what a cell's plot shows.

    An author's own words are taken first (`alt` in the cell's `mystnb` metadata), then those that
    the plot came with, as a check's does. Otherwise the plot is described by its titles, axes and
    labels. What to notice in it is the caption's part.
    """
    written = cell.metadata.get("mystnb", {}).get("image", {}).get("alt")
    told = [output.data.get("text/plain", "") for output in cell.outputs if "data" in output]
    own = [text for text in told if text and not text.startswith("<")]
    return str(written or "; ".join(own) or _described(cell.source))


def _described(code: str) -> str:
    parts = [
        say(f"page.lesson.plot_text.{taker}", words=", ".join(words))
        for taker, words in _words(code).items()
        if words
    ]
    return (
        say("page.lesson.plot_with", parts="; ".join(parts)) if parts else say("page.lesson.plot")
    )


def _words(code: str) -> dict[str, list[str]]:
    """Collect the plain texts that a plotting cell gives to its axes, without repeating any."""
    found: dict[str, list[str]] = {taker: [] for taker in _TAKERS_OF_TEXT}
    tree = parse_cell(code)
    for node in ast.walk(tree) if tree else ():
        if not isinstance(node, ast.Call):
            continue
        if isinstance(node.func, ast.Attribute) and node.func.attr in found and node.args:
            _add(found[node.func.attr], node.args[0])
        for keyword in node.keywords:
            if keyword.arg == "label":
                _add(found["label"], keyword.value)
    return found


def _add(texts: list[str], node: ast.expr) -> None:
    if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value not in texts:
        texts.append(node.value)


def _kind(output: NotebookNode) -> str:
    data = output.get("data", {})
    return next((kind for kind in ("text/html", "image/png") if kind in data), "text/plain")
