"""What a student has handed in -> the notebooks to grade, and why others are missing."""

import itertools
import os
from collections.abc import Iterator, Sequence
from contextlib import nullcontext, suppress
from dataclasses import dataclass, field, replace
from pathlib import Path

from leadin.course import AnyExercise
from leadin.gradebook.class_folder import (
    LESSONS,
    NOT_HANDED_IN,
    Place,
    Student,
    plain_name,
    readable,
)
from leadin.judging import Reason
from leadin.notebook.names import notebook_name
from leadin.running.grade import File, Task, plan_files

#: An archive can hold millions of folders and files. What lies deeper or comes later than this is
#: not looked at.
MAX_DEPTH, MAX_FOLDERS, MAX_ENTRIES, MAX_NOTEBOOKS = 6, 1_000, 10_000, 100
#: Bytes of all notebooks of a folder. A single one that is larger gets an answer of its own.
MAX_BYTES = 500_000_000

_ARCHIVES = (".zip", ".7z", ".rar", ".tar", ".gz", ".tgz", ".bz2", ".xz")


@dataclass
class Found:
    """What there is of a student's.

    Attributes:
        files: notebooks in the order in which they count; several can have one name.
        refused: by name, why a notebook is not opened.
        problems: why a place could not be looked into, or what else was found in it.
        is_unreadable: a place could not be looked into.
    """

    files: list[File] = field(default_factory=list)
    refused: dict[str, Reason] = field(default_factory=dict)
    problems: list[Reason] = field(default_factory=list)
    is_unreadable: bool = False


def plan_student(
    class_folder: Path, student: Student, exercises: Sequence[AnyExercise]
) -> list[Task]:
    """What to grade of a student.

    Args:
        class_folder: where the student's places are.
        student: whose.
        exercises: what was to be done; a notebook named like another lesson is passed by.

    Returns:
        Tasks for every exercise, whatever was handed in.
    """
    found = Found()
    for place in student.places:
        path = class_folder / place.entry
        if place.is_folder:
            _look_into(path, found)
        else:
            _take_file(path, place, found)
    lessons = {each.lesson for each in exercises}
    others = {f"{lesson}.ipynb" for lesson in LESSONS if lesson not in lessons}
    found.files = [file for file in found.files if file.name not in others]
    return [_explained(task, found) for task in plan_files(found.files, student.name, exercises)]


def _take_file(path: Path, place: Place, found: Found) -> None:
    """A file that lies beside other students': its code may see none of these."""
    file = readable(place.origin.file)
    if not notebook_name(file):
        if file:
            found.problems.append(_other_file(file))
    elif path.is_symlink():
        found.refused.setdefault(file, Reason("is_link_to_file", {"entry": place.entry}))
    else:
        # The newest comes first.
        found.files.append(File(file, path, None))


def _look_into(folder: Path, found: Found) -> None:
    """A student's folder, unpacked from an archive in which the student can have put anything."""
    if folder.is_symlink() or folder.resolve() != folder.parent.resolve() / folder.name:
        found.is_unreadable = True
        found.problems.append(Reason("is_link_to_folder", {"entry": folder.name}))
        return
    try:
        levels = list(_levels(folder, found))
    except OSError as error:
        found.is_unreadable = True
        why = error.strerror or type(error).__name__
        found.problems.append(Reason("folder_does_not_open", {"entry": folder.name, "why": why}))
        return
    size = 0
    for path in [path for level in levels for path in level][:MAX_NOTEBOOKS]:
        with suppress(OSError):  # what can't be read is found out later
            size += path.stat().st_size
        name = _name_of(path, folder, {file.name for file in found.files})
        if name and size <= MAX_BYTES:
            found.files.append(File(name, path, path.parent))


def _name_of(path: Path, folder: Path, taken: set[str]) -> str:
    """What a notebook counts as; empty where another of that name counts instead."""
    name, version = plain_name(readable(path.name))
    is_renamed = version or notebook_name(path.name) != path.name
    if is_renamed and name not in taken and not (path.parent / name).is_file():
        return name
    if readable(path.name) not in taken or _is_lessons(path):
        return readable(path.name)
    within = readable(path.relative_to(folder).as_posix())
    return "" if within in taken else within


def _is_lessons(path: Path) -> bool:
    return plain_name(readable(path.name))[0].removesuffix(".ipynb") in LESSONS


def _levels(folder: Path, found: Found) -> Iterator[list[Path]]:
    """Notebooks in a folder and its `lessons/`, then one level deeper, and so on.

    Below the first level with a lesson's name, there can be copies of these: nothing else counts.
    """
    level, problems, has_lessons = [folder], found.problems, False
    for depth in range(MAX_DEPTH):
        deeper: list[Path] = []
        notebooks: list[Path] = []
        for place in level[:MAX_FOLDERS]:
            # Only the student's own folder has to open.
            with suppress(OSError) if depth else nullcontext():
                deeper += _scan(place, notebooks, problems)
        lessons = [path for path in notebooks if _is_lessons(path)]
        yield lessons if has_lessons else notebooks
        if lessons:
            has_lessons, problems = True, []
        level = deeper


def _scan(place: Path, notebooks: list[Path], problems: list[Reason]) -> list[Path]:
    """Add the notebooks of a folder and of its `lessons/`; return the folders in them."""
    folders = []
    with os.scandir(place) as entries:
        listed = sorted(itertools.islice(entries, MAX_ENTRIES), key=lambda entry: entry.name)
    for entry in listed:
        if entry.name.startswith(".") or entry.name in NOT_HANDED_IN:
            continue
        if entry.is_dir(follow_symlinks=False):
            folders.append(Path(entry.path))
            if notebook_name(entry.name):
                problems.append(Reason("is_folder", {"notebook": readable(entry.name)}))
        elif notebook_name(entry.name):
            notebooks.append(Path(entry.path))
        elif entry.is_symlink() and entry.is_dir():
            problems.append(Reason("is_link_not_followed", {"entry": entry.name}))
        elif entry.name.lower().endswith(_ARCHIVES):
            problems.append(_other_file(entry.name))
    lessons = place / "lessons"
    if lessons in folders:
        folders.remove(lessons)
        with suppress(OSError):
            folders += _scan(lessons, notebooks, problems)
    return folders


def _other_file(name: str) -> Reason:
    is_archive = name.lower().endswith(_ARCHIVES)
    return Reason("is_archive" if is_archive else "is_other_file", {"entry": name})


def _explained(task: Task, found: Found) -> Task:
    """The same, with what this student has handed in instead of a notebook that is missing."""
    if task.submission is not None or task.kind != "missing":
        return task
    if task.notebook in found.refused:
        return replace(task, kind="invalid", reason=found.refused[task.notebook])
    folder = Reason("is_folder", {"notebook": task.notebook})
    if folder in found.problems:
        return replace(task, kind="invalid", reason=folder)
    first_ones = found.problems[:3]
    problems = [each for place, each in enumerate(first_ones) if each not in first_ones[:place]]
    if found.is_unreadable and not found.files:
        first, *others = problems
        return replace(task, kind="invalid", reason=replace(first, more=tuple(others)))
    nothing = not found.files and not found.problems
    id_ = "nothing_handed_in" if nothing else "not_among_files"
    return replace(task, reason=Reason(id_, {"notebook": task.notebook}, tuple(problems)))
