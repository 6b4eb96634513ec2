"""The commands. Parsing and printing only: the work is done in grading and authoring."""

import json
import os
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Literal, NoReturn, TextIO

import click
from rich.console import Console

from leadin import __version__
from leadin.exercises import EXERCISES

#: Exit codes: all is well; something did not pass; the command could not do its work.
OK, FAILED, CANNOT = 0, 1, 2

SECONDS = click.FloatRange(0, min_open=True)
JOBS_HELP = "Notebooks at a time."
TIMEOUT_HELP = "Seconds that one cell, or one call of a function, may take."
ISOLATION_HELP = "Keep student code from everything else as well as the system can, or not at all."


@click.group(context_settings={"help_option_names": ["-h", "--help"], "show_default": True})
@click.version_option(__version__, prog_name="leadin")
def main() -> None:
    """Back-propagation notebooks whose exercises are graded by their loss curve."""


@main.command()
@click.argument("path", type=click.Path(path_type=Path), metavar="LESSONS_OR_NOTEBOOK")
@click.option("--json", "json_file", type=click.File("w", "utf-8", lazy=False), metavar="FILE")
@click.option("--junit", "junit_file", type=click.File("w", "utf-8", lazy=False), metavar="FILE")
@click.option("--markdown", "md_file", type=click.File("w", "utf-8", lazy=False), metavar="FILE")
@click.option("--seed", type=int, default=0, help="Chooses the hidden inputs.")
@click.option("--jobs", type=click.IntRange(1), default=os.cpu_count() or 1, help=JOBS_HELP)
@click.option("--timeout", type=SECONDS, default=30.0, help=TIMEOUT_HELP)
@click.option(
    "--isolation", type=click.Choice(["auto", "none"]), default="auto", help=ISOLATION_HELP
)
def grade(
    path: Path,
    json_file: TextIO | None,
    junit_file: TextIO | None,
    md_file: TextIO | None,
    seed: int,
    jobs: int,
    timeout: float,
    isolation: Literal["auto", "none"],
) -> None:
    """Grade one submission: a notebook, or a folder with the lessons in it.

    Each report option writes to a file, or to standard output where FILE is "-".
    Exit code: 0 all passed, 1 some did not, 2 it could not be graded.
    """
    from leadin.grading import reports
    from leadin.grading.grade import CannotGradeError
    from leadin.grading.grade import grade as grade_submission
    from leadin.grading.launcher import open_launcher
    from leadin.grading.run import Settings

    try:
        with open_launcher(isolation) as launcher:
            graded = grade_submission(path, Settings(seed, timeout), jobs, launcher=launcher)
    except CannotGradeError as error:
        _stop(str(error))
    if json_file:
        json.dump(reports.to_json(graded), json_file, indent=1, ensure_ascii=False)
        json_file.write("\n")
    if junit_file:
        junit_file.write(reports.to_junit(graded))
    if md_file:
        md_file.write(reports.to_markdown(graded))
    # Standard output may be taken by a report.
    taken = any(file and file.name == "<stdout>" for file in (json_file, junit_file, md_file))
    console = Console(stderr=taken)
    console.print(reports.to_table(graded))
    if isolated := reports.in_force(graded):
        console.print(f"isolation: {isolated}", style="dim", highlight=False, markup=False)
    verdicts = {each.verdict for notebook in graded for each in notebook.judgements}
    sys.exit(CANNOT if "invalid" in verdicts else OK if verdicts == {"pass"} else FAILED)


@main.command()
@click.argument("path", type=click.Path(path_type=Path), metavar="[LESSONS]", default="lessons")
@click.option("--jobs", type=click.IntRange(1), default=os.cpu_count() or 1, help=JOBS_HELP)
@click.option("--timeout", type=SECONDS, default=30.0, help=TIMEOUT_HELP)
def status(path: Path, jobs: int, timeout: float) -> None:
    """Show which exercises pass, which are untouched or wrong, and what to do next.

    Exit code: 0, or 2 where there is nothing to look at.
    """
    from leadin.grading.grade import CannotGradeError
    from leadin.grading.grade import grade as grade_submission
    from leadin.grading.reports import to_status
    from leadin.grading.run import Settings

    try:
        graded = grade_submission(path, Settings(0, timeout), jobs, skip_untouched=True)
    except CannotGradeError as error:
        _stop(str(error))
    Console().print(to_status(graded))


@main.command()
@click.option("--check", is_flag=True, help="Change nothing; name what is out of date.")
@click.option("--run", is_flag=True, help="Run the solutions first and store their outputs.")
@click.option(
    "--root",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=".",
    help="Folder that holds solutions/ and lessons/.",
)
def build(check: bool, run: bool, root: Path) -> None:
    """Derive lessons/ from solutions/.

    Exit code: 0 all is up to date, 1 --check found something, 2 a solution could not be built.
    """
    from leadin.authoring.build import build as build_lessons
    from leadin.authoring.build import extra_lessons
    from leadin.authoring.notebooks import NotebookError, notebooks_in

    if check and run:
        raise click.UsageError("--check changes nothing, so it does not go with --run.")
    if not notebooks_in(root / "solutions"):
        _stop(f"{root / 'solutions'} has no notebooks; call this in the course's folder")
    if check:
        _check_build(root)
        return
    try:
        if run:
            from leadin.authoring.run import run_solutions

            run_solutions(notebooks_in(root / "solutions"))
        changed = build_lessons(root)
    except NotebookError as error:
        _stop(str(error))
    _list_changed(changed)
    for lesson in extra_lessons(root):
        click.echo(f"{lesson} has no solution any more: remove it by hand", err=True)


def _check_build(root: Path) -> None:
    from leadin.authoring.problems import find_problems

    problems = find_problems(root, EXERCISES)
    for problem in problems:
        click.echo(str(problem))
    if problems:
        click.echo(f"{len(problems)} to mend; `leadin build` derives lessons/ anew", err=True)
        sys.exit(FAILED)


@main.command()
@click.option("--check", is_flag=True, help="Change nothing; name the pictures out of date.")
@click.option(
    "--folder",
    type=click.Path(file_okay=False, path_type=Path),
    default="pics",
    help="Where they are kept.",
)
def pictures(check: bool, folder: Path) -> None:
    """Draw the course's pictures.

    Exit code: 0 all is up to date, 1 --check found something.
    """
    from leadin.authoring.pictures import draw_all, stale

    if not check:
        _list_changed(draw_all(folder))
    elif old := stale(folder):
        for path in old:
            click.echo(f"{path} is out of date: run `leadin pictures`")
        sys.exit(FAILED)


@main.command()
@click.argument("exercise", type=click.Choice(list(EXERCISES)))
def curve(exercise: str) -> None:
    """Print an exercise's expected curve, from its oracle, as CSV."""
    asked = EXERCISES[exercise]
    click.echo("epoch,loss")
    for epoch, loss in enumerate(asked.oracle(**asked.lesson_inputs)):
        click.echo(f"{epoch},{loss!r}")


def _list_changed(paths: Iterable[Path]) -> None:
    for path in paths:
        click.echo(f"wrote {path}")


def _stop(reason: str) -> NoReturn:
    click.echo(f"leadin: {reason}", err=True)
    sys.exit(CANNOT)
