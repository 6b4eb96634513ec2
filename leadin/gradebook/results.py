"""What a student has got."""

from dataclasses import dataclass

from leadin.judging import Verdict
from leadin.running.grade import GradedNotebook


@dataclass(frozen=True)
class GradedStudent:
    """The verdicts on all of a student's notebooks.

    Attributes:
        student: the name, as the class folder gives it.
        notebooks: in the course's order.
    """

    student: str
    notebooks: tuple[GradedNotebook, ...]

    @property
    def judgements(self) -> tuple[Verdict, ...]:
        """One per exercise, in the course's order."""
        return tuple(each for notebook in self.notebooks for each in notebook.judgements)

    @property
    def points(self) -> int:
        """What the student scores."""
        return sum(each.points for each in self.judgements)

    @property
    def max_points(self) -> int:
        """What right answers to all of it would score."""
        return sum(each.max_points for each in self.judgements)
