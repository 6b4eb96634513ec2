"""How far the grading of a class is: a bar in a terminal, a line now and then elsewhere."""

import time
from collections import deque
from collections.abc import Iterable, Iterator
from datetime import timedelta
from typing import Self

from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn

from leadin.gradebook.class_run import Progress as Progressed
from leadin.gradebook.store import GradedStudent

#: Seconds that a speed is measured over; between two updates of the bar; between two lines.
_WINDOW, _BAR_EVERY, _LINE_EVERY = 20.0, 0.1, 10.0


class Display:
    """Shows progress. Used as a context manager around the whole of it."""

    def __init__(self, console: Console) -> None:
        """Show nothing yet."""
        self._console = console
        self._speed = _Speed()
        self._shown_at = time.monotonic()
        columns = (
            TextColumn("{task.description}"),
            BarColumn(bar_width=20),
            TextColumn("{task.fields[text]}"),
        )
        # The bar goes when all is done: what there is to say then is the summary.
        self._bar = Progress(*columns, console=console, transient=True)
        self._task = self._bar.add_task("Grading", total=None, text="")

    def __enter__(self) -> Self:
        if self._console.is_terminal:
            self._bar.start()
        return self

    def __exit__(self, *_exception: object) -> None:
        # Stopped elsewhere, it would print an empty line.
        if self._console.is_terminal:
            self._bar.stop()

    def grading(self, progress: Progressed) -> None:
        """A step of the run was made."""
        self._speed.note(progress.graded, progress.done)
        if self._is_due():
            left = self._speed.seconds_for(progress.students - progress.done)
            parts = [
                f"{progress.done:,} of {progress.students:,} students",
                f"{self._speed.notebooks:.1f} notebooks/s",
                *([] if left is None else [f"{timedelta(seconds=round(left))} left"]),
            ]
            self._show("Grading", progress.done, progress.students, parts)

    def writing(self, students: Iterable[GradedStudent], count: int) -> Iterator[GradedStudent]:
        """Pass students on to whoever writes about them."""
        for done, student in enumerate(students):
            if self._is_due():
                self._show("Writing", done, count, [f"{done:,} of {count:,} students"])
            yield student

    def _is_due(self) -> bool:
        now = time.monotonic()
        if now - self._shown_at < (_BAR_EVERY if self._console.is_terminal else _LINE_EVERY):
            return False
        self._shown_at = now
        return True

    def _show(self, doing: str, done: int, total: int, parts: list[str]) -> None:
        text = ", ".join(parts)
        if self._console.is_terminal:
            self._bar.update(self._task, description=doing, completed=done, total=total, text=text)
        else:
            self._console.print(f"{doing}: {text}", highlight=False)


class _Speed:
    """How fast it went lately: what was known already costs next to nothing."""

    def __init__(self) -> None:
        self._last = (time.monotonic(), 0, 0)
        self._marks = deque([self._last])

    def note(self, notebooks: int, students: int) -> None:
        now = time.monotonic()
        is_first = notebooks and not self._last[1]
        self._last = (now, notebooks, students)
        if is_first:
            # Until then, processes were got ready.
            self._marks = deque([self._last])
        # A mark a second is enough.
        if now - self._marks[-1][0] >= 1:
            self._marks.append(self._last)
        while len(self._marks) > 1 and now - self._marks[0][0] > _WINDOW:
            self._marks.popleft()

    @property
    def notebooks(self) -> float:
        return self._per_second(1)

    def seconds_for(self, students: int) -> float | None:
        speed = self._per_second(2)
        return students / speed if speed else None

    def _per_second(self, which: int) -> float:
        first = self._marks[0]
        seconds = self._last[0] - first[0]
        return (self._last[which] - first[which]) / seconds if seconds else 0.0
