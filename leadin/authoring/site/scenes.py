"""A lesson's cells in scenes: a text, the code cells after it, and where the answer begins.

The lessons keep to a form. A text may end with **Predict:** and a question; the code cells after it
give the answer; the next text opens with what to see in a figure, then says the answer in a
paragraph, then goes on.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from nbformat import NotebookNode

from leadin.authoring.site.figures import is_caption
from leadin.authoring.site.markdown import blocks, is_heading
from leadin.notebook.roles import is_check, is_exercise

_QUESTION = "**Predict"
_ASKS_AGAIN = re.compile(r"(?<=[.!?)])\s(?=\*\*Predict)")


@dataclass(frozen=True)
class Text:
    """A Markdown cell, cut into what belongs to the code before it and what goes on.

    Attributes:
        cell_id: the cell's id.
        captions: what to see in the figure before the text.
        answer: what was asked before the code; empty where nothing was.
        topic: the rest, up to the next heading or question.
        further: all that follows.
    """

    cell_id: str
    captions: tuple[str, ...]
    answer: tuple[str, ...]
    topic: tuple[str, ...]
    further: tuple[str, ...]

    @property
    def asks(self) -> bool:
        """Whether the code after it gives the answer to a question."""
        return any(_is_question(block) for block in self.topic + self.further)

    @property
    def opening(self) -> tuple[str, ...]:
        """What stands beside the code before it."""
        return self.captions + self.answer


@dataclass(frozen=True)
class Scene:
    """A text and the code cells up to the next text."""

    text: Text
    code: tuple[NotebookNode, ...]

    @property
    def is_question(self) -> bool:
        """Whether its outputs answer a question."""
        return self.text.asks and any(answers(cell) for cell in self.code)


def scenes(cells: Sequence[NotebookNode]) -> list[Scene]:
    """Put the cells of a lesson, which begins with a text, into scenes."""
    found: list[Scene] = []
    for text, code in _grouped(cells):
        previous = found[-1] if found else None
        found.append(Scene(_cut(text, previous), tuple(code)))
    return found


def answers(cell: NotebookNode) -> bool:
    """Say whether a cell's outputs may be the answer to a question."""
    return bool(cell.outputs) and not is_check(cell) and not is_exercise(cell)


def _grouped(
    cells: Sequence[NotebookNode],
) -> Iterator[tuple[NotebookNode, list[NotebookNode]]]:
    starts = [number for number, cell in enumerate(cells) if cell.cell_type == "markdown"]
    for start, end in zip(starts, [*starts[1:], len(cells)], strict=True):
        yield cells[start], list(cells[start + 1 : end])


def _cut(cell: NotebookNode, previous: Scene | None) -> Text:
    parts = blocks(cell.source)
    captions = 0
    if previous and previous.code:
        captions = _count(is_caption(block) for block in parts)
    rest = parts[captions:]
    answer = 0
    if previous and previous.is_question:
        if rest and not captions:
            # The paragraph that answers one question may ask the next.
            rest = [*_ASKS_AGAIN.split(rest[0], maxsplit=1), *rest[1:]]
        answer = _answer_length(rest)
    said, rest = rest[:answer], rest[answer:]
    # Where nothing comes before it, the first heading or question is what the text is about.
    first = 1 if rest and not captions and not said else 0
    topic = first + _count(not _begins_topic(block) for block in rest[first:])
    return Text(
        cell.id,
        tuple(parts[:captions]),
        tuple(said),
        tuple(rest[:topic]),
        tuple(rest[topic:]),
    )


def _answer_length(parts: Sequence[str]) -> int:
    """Count the blocks of an answer: a paragraph, and what it announces at its end."""
    if not parts or _begins_topic(parts[0]):
        return 0
    length = 1
    while length < len(parts) and _goes_on(parts[length - 1], parts[length]):
        length += 1
    return length


def _goes_on(block: str, following: str) -> bool:
    """Say whether a block of an answer needs the one after it."""
    if _begins_topic(following):
        return False
    in_mid_sentence = following.startswith("$$") and block[-1] not in ".!?)*|$"
    picture = block.startswith("![") and is_caption(following)
    sentence_or_list = following[0].islower() or following.startswith("- ")
    return block.endswith(":") or in_mid_sentence or picture or sentence_or_list


def _begins_topic(block: str) -> bool:
    return is_heading(block) or _is_question(block)


def _is_question(block: str) -> bool:
    # The first lesson says in a quotation what **Predict** means.
    return _QUESTION in block and not block.startswith(">")


def _count(values: Iterator[bool]) -> int:
    """Count how many come before the first that is false."""
    length = 0
    for value in values:
        if not value:
            break
        length += 1
    return length
