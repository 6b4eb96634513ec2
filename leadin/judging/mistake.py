"""A mistake that a verdict can name, in words."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Section:
    """A heading of a lesson.

    Attributes:
        lesson: name of the notebook, without its ending.
        heading: text of the heading.
    """

    lesson: str
    heading: str

    def __str__(self) -> str:
        return f"lesson {self.lesson[:2]}, “{self.heading}”"


@dataclass(frozen=True)
class Mistake:
    """One mistake.

    Attributes:
        id: its name in reports.
        explanation: what went wrong, in one sentence.
        hint: one step towards mending it, not the answer.
        section: where it is taught.
    """

    id: str
    explanation: str
    hint: str
    section: Section
