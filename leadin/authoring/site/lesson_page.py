"""From a solution to its page on the reading site. Pure: notebook in, notebook out.

What a reader is asked to predict is folded away until wanted, and so are a solution, the code of a
plot and the set-up. A fold is HTML around Markdown and outputs, so it opens without scripts.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from html import escape

from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from leadin.authoring.derive import derive
from leadin.authoring.notebooks import Finding, NotebookError
from leadin.authoring.site.figures import alternative_text, shows_figure, shows_plot
from leadin.authoring.site.markdown import (
    blocks,
    fence,
    is_caption,
    is_heading,
    link_lessons,
    raw_html,
)
from leadin.authoring.site.players import with_player
from leadin.notebook.roles import BEGIN, END, is_exercise
from leadin.notebook.scenes import Scene, answers, scenes

SET_UP = "set-up"
#: The code of a plot stands open if it is not longer than this.
SHORT_CODE = 3

#: A part of a page: Markdown, or a cell of which only the outputs are shown.
Part = str | NotebookNode


@dataclass(frozen=True)
class Lesson:
    """A lesson and what its page takes from elsewhere.

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


def lesson_page(lesson: Lesson) -> NotebookNode:
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


def _parts(lesson: Lesson, stubs: Mapping[str, str]) -> Iterator[Part]:
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


def _explorables(lesson: Lesson, cells: Iterable[NotebookNode]) -> Iterator[Part]:
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
            yield from fold("Show the output", "output-fold", hidden)
            hidden = []
        yield from _source(cell, stubs)
        if is_answer:
            hidden = [*shown]
        else:
            yield from shown
    if hidden or answer:
        yield from fold("Show the answer", "answer-fold", [*hidden, *answer])


def _source(cell: NotebookNode, stubs: Mapping[str, str]) -> Iterator[Part]:
    yield anchor(cell.id)
    code = fence(stubs[cell.id], "python")
    if cell.id == SET_UP:
        yield from fold("Set-up of this notebook", "code-fold", [code])
    elif shows_plot(cell) and len(cell.source.split("\n")) > SHORT_CODE:
        yield from fold("The code of this picture", "code-fold", [code])
    else:
        yield code
    if is_exercise(cell):
        solution = [line for line in cell.source.split("\n") if line.strip() not in (BEGIN, END)]
        solved = fence("\n".join(solution), "python")
        yield from fold("Show one solution", "solution-fold", [solved])


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


def _with_figures(blocks: Sequence[str]) -> Iterator[Part]:
    """Write a text; a picture in it becomes a figure with the caption that follows it."""
    number = 0
    while number < len(blocks):
        block = blocks[number]
        caption = [part for part in blocks[number + 1 : number + 2] if is_caption(part)]
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
    return (
        f'<p class="from-notebook">The notebook <a href="notebooks/{file}" download>'
        f"lessons/{file}</a> with its results. To run it, call <code>make lab</code> in the "
        "course’s folder: JupyterLab opens on the lessons.</p>"
    )


def _cells(lesson: Lesson, parts: Iterable[Part]) -> Iterator[NotebookNode]:
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
