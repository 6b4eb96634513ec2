"""What a lesson is made of."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from leadin.course.exercise import Exercise
from leadin.course.small import Small


@dataclass(frozen=True)
class Lesson:
    """One lesson. Its notebook has the same name in solutions/ and in lessons/.

    Attributes:
        name: of its notebook, without the ending: `08_training_linear`.
        title: as its first cell gives it.
        question: the one that it opens with.
        exercises: what is to be done in it, in order; the last one is a loop, with its curve.
        teaches: by topic, the id of the cell whose heading begins the section on it.
        minutes: how long it takes, its exercises included.
        explains: by term of the glossary, the id of the cell that explains it.
    """

    name: str
    title: str
    question: str
    exercises: tuple[Exercise | Small, ...]
    teaches: Mapping[str, str]
    minutes: int = 0
    explains: Mapping[str, str] = field(default_factory=dict)

    @property
    def number(self) -> str:
        """Two digits, such as `08`."""
        return self.name[:2]
