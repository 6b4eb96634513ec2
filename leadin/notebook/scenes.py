"""A lesson's cells in scenes: a text, the code after it, and what is said of the code's outputs."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from nbformat import NotebookNode

from leadin.notebook.roles import Role, has_role, is_check, is_exercise


@dataclass
class Scene:
    """A text and code, either of which may be missing, up to the next text.

    Attributes:
        text: a Markdown cell.
        code: code cells.
        captions: Markdown cells that say what to see in the figure that the code shows.
        answers: Markdown cells that answer what the text asks.
    """

    text: NotebookNode | None = None
    code: list[NotebookNode] = field(default_factory=list)
    captions: list[NotebookNode] = field(default_factory=list)
    answers: list[NotebookNode] = field(default_factory=list)

    @property
    def is_question(self) -> bool:
        """Whether its outputs answer a question."""
        asks = self.text is not None and has_role(self.text, Role.PREDICT)
        return asks and any(answers(cell) for cell in self.code)

    @property
    def remarks(self) -> list[NotebookNode]:
        """What is said of the code's outputs."""
        return [*self.captions, *self.answers]


def scenes(cells: Sequence[NotebookNode]) -> Iterator[Scene]:
    """Put the cells of a lesson into scenes."""
    scene = Scene()
    for cell in cells:
        if has_role(cell, Role.CAPTION):
            scene.captions.append(cell)
        elif has_role(cell, Role.ANSWER):
            scene.answers.append(cell)
        elif cell.cell_type == "code" and not scene.remarks:
            scene.code.append(cell)
        else:
            yield scene
            scene = Scene(code=[cell]) if cell.cell_type == "code" else Scene(text=cell)
    yield scene


def answers(cell: NotebookNode) -> bool:
    """Say whether a cell's outputs may be the answer to a question."""
    return bool(cell.outputs) and not is_check(cell) and not is_exercise(cell)
