"""Whom each grader believes: `python -m benchmarks.trust`.

Every submission is graded alone by every grader, with the same check behind the same exercise and
each tool's own settings. What still runs after --patience seconds is ended and has no grade.
"""

import json
import tempfile
from dataclasses import asdict, dataclass
from pathlib import Path

import click
from rich.console import Console
from rich.table import Table

from benchmarks.environment import PYTHON, describe
from benchmarks.measuring import run
from benchmarks.notebooks import POINTS, minimal
from benchmarks.submissions import SUBMISSIONS, Submission
from benchmarks.tools import Leadin, Nbgrader, OtterRun, Tool

#: What an instructor chooses and students don't know: their own check has the default.
_SECRET_SEED = 2026


@dataclass(frozen=True)
class Grade:
    """What one grader made of one submission.

    Attributes:
        tool: the grader.
        submission: what was submitted.
        points: what it got; None for no result.
        is_fair: right work got all points, or other work none.
        seconds: until it was there, or was given up.
        failed: how the grader ended, where it ended badly.
    """

    tool: str
    submission: str
    points: float | None
    is_fair: bool
    seconds: float
    failed: str

    def __str__(self) -> str:
        if self.points is None:
            return f"no grade, {self.failed}" if self.failed.startswith("still") else "no grade"
        return f"{self.points:g} of {POINTS}"


@click.command()
@click.option("--python", type=click.Path(exists=True, path_type=Path), default=PYTHON)
@click.option("--patience", default=120.0, help="Seconds for one submission.")
@click.option("--json", "json_file", type=click.Path(path_type=Path))
def main(python: Path, patience: float, json_file: Path | None) -> None:
    """Have a few right, wrong and hostile submissions graded by Leadin, nbgrader and otter."""
    console = Console()
    tools: list[Tool] = [
        Leadin(python),
        Leadin(python, f"leadin --seed {_SECRET_SEED}", _SECRET_SEED),
        Nbgrader(python, minimal()),
        OtterRun(python),
    ]
    table = Table(title="Points given")
    for heading in ("submission", "deserves", *(tool.name for tool in tools)):
        table.add_column(heading)
    grades = []
    for submission in SUBMISSIONS:
        row = [_grade(tool, submission, python, patience) for tool in tools]
        grades += row
        cells = [str(each) if each.is_fair else f"[red]{each}[/red]" for each in row]
        table.add_row(submission.name, str(POINTS if submission.is_right else 0), *cells)
        console.print(f"{submission.name}: {', '.join(map(str, row))}")
    console.print(table)
    if json_file:
        result = {"environment": describe(python), "grades": [asdict(each) for each in grades]}
        json_file.write_text(json.dumps(result, indent=1) + "\n", "utf-8")


def _grade(tool: Tool, submission: Submission, python: Path, patience: float) -> Grade:
    with tempfile.TemporaryDirectory(prefix="leadin-benchmark-") as name:
        folder = Path(name)
        tool.lay_out({"eve": minimal(submission.source)}, folder)
        cost = run([tool.queue(folder, 1)], python, patience)
        try:
            points = tool.points(folder).get("eve")
        except FileNotFoundError:  # it ended before it wrote its results
            points = None
    is_fair = points == (POINTS if submission.is_right else 0)
    return Grade(tool.name, submission.name, points, is_fair, cost.seconds, cost.failed)


if __name__ == "__main__":
    main()
