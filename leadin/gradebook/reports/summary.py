"""A class in numbers: what its page shows, gathered student by student."""

from collections import Counter, defaultdict
from dataclasses import dataclass, field, replace
from typing import TypeAlias

from leadin.gradebook.store import GradedStudent
from leadin.judging import Stage, Verdict
from leadin.running.isolation.in_force import Isolation, weakest

#: Verdicts that an instructor should look at: something was in the way of judging.
NEEDS_A_LOOK = frozenset({"invalid", "timeout", "memory", "forbidden"})
#: Students of whom more than their numbers is kept, and shown.
MOST_LISTED, MOST_NEEDING_A_LOOK = 1_000, 200


@dataclass(frozen=True)
class Unnamed:
    """What answers have in common whose mistake has no name.

    Attributes:
        stage: where in training it lies, as their smallest cases show; None where they return
            something that is no curve.
        share: how far their first update goes, as a share of the right one, of two digits; None
            where that is not what is wrong.
    """

    stage: Stage | None = None
    share: float | None = None


#: What a wrong answer is counted under.
Finding: TypeAlias = str | Unnamed


@dataclass(frozen=True)
class Row:
    """A student in the list.

    Attributes:
        student: the name.
        points, max_points: what is scored, and what could be.
        passed: how many exercises pass.
        to_look_at: what was in the way of judging.
    """

    student: str
    points: int
    max_points: int
    passed: int
    to_look_at: tuple[Verdict, ...]


@dataclass
class Summary:
    """Counts over a class; no more is kept of it, however many students there are.

    Attributes:
        students: how many.
        scores: how often each pair of points and possible points occurs.
        verdicts: by exercise, how often each verdict occurs.
        mistakes: by mistake, named or not, in which exercise how many made it.
        makers: by mistake, named or not, how many made it in any exercise.
        isolation: what kept everyone's code to itself; None where none was run.
        listed: the first students.
        needing_a_look: the first students with something to look at.
        needing: how many of these there are in all.
    """

    students: int = 0
    scores: Counter[tuple[int, int]] = field(default_factory=Counter)
    verdicts: defaultdict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    mistakes: defaultdict[Finding, Counter[str]] = field(
        default_factory=lambda: defaultdict(Counter)
    )
    makers: Counter[Finding] = field(default_factory=Counter)
    isolation: Isolation | None = None
    listed: list[Row] = field(default_factory=list)
    needing_a_look: list[Row] = field(default_factory=list)
    needing: int = 0

    def add(self, graded: GradedStudent) -> None:
        """Count a student in."""
        self.students += 1
        self.scores[graded.points, graded.max_points] += 1
        made = set()
        for judgement in graded.judgements:
            self.verdicts[judgement.exercise][judgement.kind] += 1
            for mistake in _mistakes(judgement):
                self.mistakes[mistake][judgement.exercise] += 1
                made.add(mistake)
        self.makers.update(made)
        self._note_isolation(graded)
        self._list(graded)

    @property
    def mean(self) -> float:
        """Points of a student on average."""
        points = sum(points * count for (points, _), count in self.scores.items())
        return points / self.students if self.students else 0.0

    @property
    def median(self) -> float:
        """Points that half of the students reach."""
        points = sorted(self.scores.items())
        middle = (self.students - 1) // 2, self.students // 2
        return sum(_at(points, place) for place in middle) / 2 if self.students else 0.0

    @property
    def max_points(self) -> int:
        """What right answers to everything score."""
        return max((max_points for _, max_points in self.scores), default=0)

    def tenths(self) -> list[int]:
        """How many students score 0 to 9 %, 10 to 19 %, … 90 to 100 %."""
        counts = [0] * 10
        for (points, max_points), count in self.scores.items():
            counts[min(9, 10 * points // max_points) if max_points else 0] += count
        return counts

    def _note_isolation(self, graded: GradedStudent) -> None:
        found = dict.fromkeys(each.isolation for each in graded.notebooks if each.isolation)
        for isolation in found:
            known = self.isolation
            if known != isolation:
                self.isolation = weakest([known, isolation]) if known else isolation

    def _list(self, graded: GradedStudent) -> None:
        judgements = graded.judgements
        row = Row(
            graded.student,
            graded.points,
            graded.max_points,
            sum(each.kind == "pass" for each in judgements),
            # Without what was returned, which may be long.
            tuple(replace(each, shown=None) for each in judgements if each.kind in NEEDS_A_LOOK),
        )
        if len(self.listed) < MOST_LISTED:
            self.listed.append(row)
        if row.to_look_at:
            self.needing += 1
            if len(self.needing_a_look) < MOST_NEEDING_A_LOOK:
                self.needing_a_look.append(row)


def _mistakes(judgement: Verdict) -> tuple[Finding, ...]:
    if judgement.mistakes or judgement.kind != "wrong":
        return judgement.mistakes
    smallest = judgement.smallest
    if smallest is None:
        return (Unnamed(),)
    share = smallest.share
    return (Unnamed(smallest.stage, None if share is None else float(f"{share:.2g}")),)


def _at(points: list[tuple[tuple[int, int], int]], place: int) -> int:
    """The points at a place in the order of all students' points."""
    for (value, _), count in points:
        place -= count
        if place < 0:
            return value
    raise IndexError(place)
