"""How fast each grader is: `python -m benchmarks.speed`.

Every tool grades copies of the same right notebook. A tool that grades one notebook after the other
is run as its documentation has it, and also twice at the same time, each with half of the class, so
that it too has two processors. Each tool is measured with a small class and a large one: what the
larger takes longer, divided by the difference in size, is its time per submission. What it needs
once, to start, is so left out for all alike.
"""

import json
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import click
from rich.console import Console
from rich.table import Table

from benchmarks.environment import PYTHON, describe
from benchmarks.measuring import Cost, run
from benchmarks.notebooks import POINTS, lesson, minimal
from benchmarks.tools import Execution, Floor, Leadin, Nbgrader, OtterApi, OtterRun, Tool

PROCESSORS = 2
#: Seconds for one command, far above what any class takes.
_TIME_LIMIT = 3600.0


@dataclass(frozen=True)
class Run:
    """One class graded once.

    Attributes:
        notebook: which notebook, `minimal` or `lesson 08`.
        tool: the grader.
        processes: how many runs of it went on at the same time.
        copies: size of the class.
        cost: what it took.
    """

    notebook: str
    tool: str
    processes: int
    copies: int
    cost: Cost


@dataclass(frozen=True)
class Speed:
    """What a grader needs for a notebook, worked out from its runs.

    Attributes:
        seconds: per submission, without the start.
        cpu_seconds: the same in processor time.
        runs: smallest class first.
    """

    seconds: float
    cpu_seconds: float
    runs: tuple[Run, ...]


@click.command()
@click.option("--python", type=click.Path(exists=True, path_type=Path), default=PYTHON)
@click.option("--slow", "slow_sizes", default="2,20", help="Sizes of the slow tools' classes.")
@click.option("--fast", "fast_sizes", default="20,200,2000", help="Leadin's and the floor's.")
@click.option("--repeat", default=1, help="Runs of Leadin and the floor, in turn; the best counts.")
@click.option("--notebook", type=click.Choice(["minimal", "lesson 08"]), multiple=True)
@click.option("--only-fast", is_flag=True, help="Leave the slow tools out.")
@click.option("--json", "json_file", type=click.Path(path_type=Path))
def main(
    python: Path,
    slow_sizes: str,
    fast_sizes: str,
    repeat: int,
    notebook: tuple[str, ...],
    only_fast: bool,
    json_file: Path | None,
) -> None:
    """Measure Leadin, nbgrader, otter-grader, nbclient and the bare floor side by side."""
    console = Console()
    make: dict[str, Callable[[], Any]] = {"minimal": minimal, "lesson 08": lesson}
    runs: list[Run] = []
    for name in notebook or tuple(make):
        source = make[name]()
        fast: list[Tool] = [Leadin(python), Floor(python)]
        slow: list[Tool] = [Nbgrader(python, source), OtterRun(python), OtterApi(python)]
        slow.append(Execution(python))
        for _ in range(repeat):
            for copies in _sizes(fast_sizes):
                for tool in fast:
                    runs.append(_measure(console, name, source, tool, 1, copies, python))
        for tool in [] if only_fast else slow:
            for processes in (1, PROCESSORS):
                for copies in _sizes(slow_sizes):
                    runs.append(_measure(console, name, source, tool, processes, copies, python))
        console.print(_table(name, _speeds([each for each in runs if each.notebook == name])))
    if json_file:
        result = {"environment": describe(python), "runs": [asdict(each) for each in runs]}
        json_file.write_text(json.dumps(result, indent=1) + "\n", "utf-8")


def _sizes(text: str) -> list[int]:
    sizes = [int(size) for size in text.split(",")]
    if len(sizes) < 2 or min(sizes) < PROCESSORS:
        raise click.UsageError(f"two sizes or more, and none below {PROCESSORS}: {text}")
    return sizes


def _measure(
    console: Console, name: str, source: Any, tool: Tool, processes: int, copies: int, python: Path
) -> Run:
    students = [f"student-{number:05}" for number in range(copies)]
    with tempfile.TemporaryDirectory(prefix="leadin-benchmark-") as folder:
        parts = []
        for number in range(processes):
            part = Path(folder) / str(number)
            part.mkdir()
            tool.lay_out(dict.fromkeys(students[number::processes], source), part)
            parts.append(part)
        jobs = PROCESSORS if tool.uses_all_processors else 1
        cost = run([tool.queue(part, jobs) for part in parts], python, _TIME_LIMIT)
        if cost.failed:
            raise SystemExit(f"{tool.name}: {cost.failed}")
        points = [each for part in parts for each in tool.points(part).values()]
    if points != [POINTS] * copies:
        raise SystemExit(f"{tool.name} gave {points}, not {copies} times {POINTS}")
    console.print(f"{name}: {tool.name}, {processes} at a time, {copies}: {cost.seconds:.2f} s")
    return Run(name, tool.name, processes, copies, cost)


def _speeds(runs: Sequence[Run]) -> dict[tuple[str, int], Speed]:
    """By tool and number of processes."""
    best: dict[tuple[str, int], dict[int, Run]] = {}
    for each in runs:
        sizes = best.setdefault((each.tool, each.processes), {})
        if each.copies not in sizes or each.cost.seconds < sizes[each.copies].cost.seconds:
            sizes[each.copies] = each
    return {key: _speed(sorted(sizes.items())) for key, sizes in best.items()}


def _speed(sizes: Sequence[tuple[int, Run]]) -> Speed:
    (few, small), (many, large) = sizes[0], sizes[-1]
    seconds = (large.cost.seconds - small.cost.seconds) / (many - few)
    cpu_seconds = (large.cost.cpu_seconds - small.cost.cpu_seconds) / (many - few)
    return Speed(seconds, cpu_seconds, tuple(run for _, run in sizes))


def _table(name: str, speeds: dict[tuple[str, int], Speed]) -> Table:
    table = Table(title=f"{name}, on {PROCESSORS} processors")
    headings = ("per submission", "× leadin", "processor time", "all in all", "most memory")
    table.add_column("")
    for heading in headings:
        table.add_column(heading, justify="right")
    leadin = speeds[Leadin.name, 1].seconds
    for (tool, processes), speed in speeds.items():
        twice = f", {processes} runs at a time" if processes > 1 else ""
        totals = [f"{run.copies}: {run.cost.seconds:.1f} s" for run in speed.runs]
        memory = [run.cost.megabytes for run in speed.runs]
        table.add_row(
            tool + twice,
            f"{speed.seconds * 1000:.0f} ms",
            f"{speed.seconds / leadin:.2f}",
            f"{speed.cpu_seconds * 1000:.0f} ms",
            "\n".join(totals),
            "\n".join(f"{each:.0f} MB" if each else "–" for each in memory),
            end_section=True,
        )
    return table


if __name__ == "__main__":
    main()
