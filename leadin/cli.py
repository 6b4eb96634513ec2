"""The commands. Parsing and printing only: the work is done in grading and authoring."""

import json
import os
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any, Literal, NoReturn, TextIO

import click
from rich.console import Console

from leadin import __version__
from leadin.course import EXERCISES, LOOPS, UnknownLessonError, lessons_named
from leadin.gradebook import CLASS_SEED

# nbformat needs jsonschema, which imports this where JupyterLab has brought it along. That takes
# three seconds at each start, for a grammar of web addresses, of which notebooks have none.
sys.modules.setdefault("rfc3987_syntax", None)  # type: ignore[arg-type]

#: Exit codes: all is well; something did not pass; the command could not do its work.
OK, FAILED, CANNOT = 0, 1, 2
#: As shells say it of what the user has interrupted.
STOPPED = 130

SECONDS = click.FloatRange(0, min_open=True)
JOBS_HELP = "Notebooks at a time."
LESSON_HELP = "Only this one, or a part such as 01-12; may be repeated."
CLASS_SEED_HELP = "Chooses the hidden inputs. The check in a notebook uses 0."
TIMEOUT_HELP = "Seconds that one cell, or one call of a function, may take."
CLUSTER_HELP = (
    "Run notebooks on the workers of this Dask cluster, such as tcp://HOST:8786, not here. Whoever "
    "runs the scheduler can run code here: give only one that you trust."
)
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
@click.option(
    "--gradescope", "scope_file", type=click.File("w", "utf-8", lazy=False), metavar="FILE"
)
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
    scope_file: TextIO | None,
    seed: int,
    jobs: int,
    timeout: float,
    isolation: Literal["auto", "none"],
) -> None:
    """Grade one submission: a notebook, or a folder with the lessons in it.

    Each report option writes to a file, or to standard output where FILE is "-".
    Exit code: 0 all passed, 1 some did not, 2 it could not be graded.
    """
    from leadin.gradebook.reports.data import to_gradescope
    from leadin.running import reports
    from leadin.running.grade import CannotGradeError
    from leadin.running.grade import grade as grade_submission
    from leadin.running.start import open_launcher
    from leadin.running.walk import Settings

    try:
        with open_launcher(isolation) as launcher:
            graded = grade_submission(path, Settings(seed, timeout), jobs, launcher=launcher)
    except CannotGradeError as error:
        if scope_file:  # Gradescope shows a student nothing but this file
            _write_json(to_gradescope([], failure=str(error)), scope_file)
        _stop(str(error))
    if json_file:
        _write_json(reports.to_json(graded), json_file)
    if scope_file:
        _write_json(to_gradescope(graded), scope_file)
    if junit_file:
        junit_file.write(reports.to_junit(graded))
    if md_file:
        md_file.write(reports.to_markdown(graded))
    # Standard output may be taken by a report.
    files = (json_file, junit_file, md_file, scope_file)
    taken = any(file and file.name == "<stdout>" for file in files)
    console = Console(stderr=taken)
    console.print(reports.to_table(graded))
    if isolated := reports.in_force(graded):
        console.print(f"isolation: {isolated}", style="dim", highlight=False, markup=False)
    verdicts = {each.kind for notebook in graded for each in notebook.judgements}
    sys.exit(CANNOT if "invalid" in verdicts else OK if verdicts == {"pass"} else FAILED)


@main.command()
@click.argument("class_folder", type=click.Path(path_type=Path), metavar="CLASS_FOLDER")
@click.option("--out", type=click.Path(path_type=Path), help="Instead of CLASS_FOLDER-graded.")
@click.option("--json", "json_file", type=click.File("w", "utf-8", lazy=False), metavar="FILE")
@click.option(
    "--lesson",
    "lessons",
    multiple=True,
    help=LESSON_HELP,
)
@click.option("--seed", type=int, default=CLASS_SEED, help=CLASS_SEED_HELP)
@click.option(
    "--inputs",
    type=click.Choice(["shared", "per-student"]),
    default="shared",
    help="The same hidden inputs for all, or each student's own.",
)
@click.option("--jobs", type=click.IntRange(1), default=os.cpu_count() or 1, help=JOBS_HELP)
@click.option("--timeout", type=SECONDS, default=30.0, help=TIMEOUT_HELP)
@click.option("--regrade", is_flag=True, help="Run also what has not changed since it was graded.")
@click.option(
    "--isolation", type=click.Choice(["auto", "none"]), default="auto", help=ISOLATION_HELP
)
@click.option("--cluster", metavar="ADDRESS", help=CLUSTER_HELP)
def gradebook(
    class_folder: Path,
    out: Path | None,
    json_file: TextIO | None,
    lessons: tuple[str, ...],
    seed: int,
    inputs: Literal["shared", "per-student"],
    jobs: int,
    timeout: float,
    regrade: bool,
    isolation: Literal["auto", "none"],
    cluster: str | None,
) -> None:
    """Grade a class: a folder per student, or a learning platform's export.

    Results and reports go to CLASS_FOLDER-graded. What is stored there and has not changed is not
    run again, so a run that was stopped goes on with the same command.
    Exit code: 0 every submission got a verdict, 2 the class could not be graded, 130 stopped.
    """
    from leadin.gradebook.class_run import Order
    from leadin.gradebook.command import gradebook as grade_all
    from leadin.running.grade import CannotGradeError
    from leadin.running.walk import Settings

    console = Console(stderr=bool(json_file and json_file.name == "<stdout>"))
    try:
        exercises = tuple(each for one in lessons_named(lessons) for each in one.exercises)
        order = Order(exercises, Settings(seed, timeout), inputs, isolation, regrade)
        said = grade_all(
            class_folder,
            order,
            console,
            out=out,
            jobs=jobs,
            cluster=cluster,
            json_file=json_file,
        )
    except (CannotGradeError, UnknownLessonError) as error:
        _stop(str(error))
    except KeyboardInterrupt:
        click.echo(
            "leadin: stopped; the results so far are kept, call this again to go on", err=True
        )
        sys.exit(STOPPED)
    for line in said:
        console.print(line, highlight=False, markup=False, soft_wrap=True)


@main.command()
@click.argument("path", type=click.Path(path_type=Path), metavar="[LESSONS]", default="lessons")
@click.option("--jobs", type=click.IntRange(1), default=os.cpu_count() or 1, help=JOBS_HELP)
@click.option("--timeout", type=SECONDS, default=30.0, help=TIMEOUT_HELP)
def status(path: Path, jobs: int, timeout: float) -> None:
    """Show which exercises pass, which are untouched or wrong, and what to do next.

    Exit code: 0, or 2 where there is nothing to look at.
    """
    from leadin.running.grade import CannotGradeError
    from leadin.running.grade import grade as grade_submission
    from leadin.running.reports import to_status
    from leadin.running.walk import Settings

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
            from leadin.authoring.execute import run_solutions

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
@click.option(
    "--lesson",
    "lessons",
    multiple=True,
    help=LESSON_HELP,
)
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    default=".",
    help="The archive, or a folder to put leadin-lessons.zip in.",
)
@click.option(
    "--root",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=".",
    help="Folder that holds solutions/ and lessons/.",
)
def release(lessons: tuple[str, ...], out: Path, root: Path) -> None:
    """Make the archive for students: lessons, package, environment, no solutions.

    The same course gives the same bytes.
    Exit code: 0 it was written, 2 it could not be.
    """
    from leadin.authoring.release import ReleaseError, write_release

    try:
        click.echo(f"wrote {write_release(root, out, lessons)}")
    except ReleaseError as error:
        _stop(str(error))


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
@click.option(
    "--out",
    type=click.Path(file_okay=False, path_type=Path),
    default="book/_build/html",
    help="The site's folder; what Sphinx reads is put beside it.",
)
@click.option(
    "--root",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=".",
    help="Folder that holds solutions/, lessons/ and book/.",
)
def book(out: Path, root: Path) -> None:
    """Make the reading site from the solutions and their stored outputs.

    It needs no network, neither to make nor to read.
    Exit code: 0 it was made, 1 Sphinx found fault with a page, 2 it could not be made.
    """
    from leadin.authoring.notebooks import NotebookError
    from leadin.authoring.site.site import BookError, SphinxError, build_site

    try:
        build_site(root, out)
    except SphinxError as error:
        click.echo(str(error), err=True)
        sys.exit(FAILED)
    except (BookError, NotebookError) as error:
        _stop(str(error))
    click.echo(f"wrote {out}, first {out / 'index.html'}")


@main.command()
@click.argument("exercise", type=click.Choice(list(LOOPS)))
@click.option("--mistakes", is_flag=True, help="Print instead which mistakes have the same curves.")
def curve(exercise: str, mistakes: bool) -> None:
    """Print an exercise's expected curve, from its oracle, as CSV."""
    from leadin.authoring.curves import alike_lines, curve_lines

    for line in (alike_lines if mistakes else curve_lines)(LOOPS[exercise]):
        click.echo(line)


@main.group()
def new() -> None:
    """Lay out something new for the course's authors."""


@new.command("exercise")
@click.argument("exercise", metavar="NN-SLUG")
@click.option(
    "--root",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=".",
    help="The course's folder.",
)
def new_exercise(exercise: str, root: Path) -> None:
    """Lay out an exercise: its cells, declaration, curve and folders of answers.

    Nothing that is there is overwritten. The tests then name what is still to be written.
    Exit code: 0 it was laid out, 2 it could not be.
    """
    from leadin.authoring import scaffold
    from leadin.authoring.notebooks import NotebookError

    try:
        _list_changed(scaffold.new_exercise(root, exercise))
    except (scaffold.ScaffoldError, NotebookError) as error:
        _stop(str(error))


def _write_json(report: Any, file: TextIO) -> None:
    json.dump(report, file, indent=1, ensure_ascii=False)
    file.write("\n")


def _list_changed(paths: Iterable[Path]) -> None:
    for path in paths:
        click.echo(f"wrote {path}")


def _stop(reason: str) -> NoReturn:
    click.echo(f"leadin: {reason}", err=True)
    sys.exit(CANNOT)
