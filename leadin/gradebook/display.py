"""How far the grading of a class is: a bar in a terminal, a line now and then elsewhere."""

import time
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
        self._shown_at = time.monotonic()
        columns = (
            TextColumn("{task.description}"),
            BarColumn(bar_width=20),
            TextColumn("{task.fields[text]}"),
        )
        # The bar goes when all is done: what there is to say then is the summary. It goes by the
        # speed of late: what was known already costs next to nothing.
        self._bar = Progress(
            *columns,
            console=console,
            transient=True,
            speed_estimate_period=_WINDOW,
            get_time=time.monotonic,
        )
        self._students = self._bar.add_task("Grading", total=None, text="")
        self._notebooks = self._bar.add_task("", total=None, visible=False, text="")
        self._has_begun = False

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
        if progress.graded and not self._has_begun:
            # Until then, processes were got ready.
            self._has_begun = True
            for task in self._bar.tasks:
                self._bar.reset(task.id)
        self._bar.update(self._students, completed=progress.done, total=progress.students)
        self._bar.update(self._notebooks, completed=progress.graded)
        if self._is_due():
            students, notebooks = self._bar.tasks
            left = students.time_remaining
            parts = [
                f"{progress.done:,} of {progress.students:,} students",
                f"{notebooks.speed or 0:.1f} notebooks/s",
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
            self._bar.update(
                self._students, description=doing, completed=done, total=total, text=text
            )
        else:
            self._console.print(f"{doing}: {text}", highlight=False)
