"""A class folder -> its students: folders, and files that a learning platform has exported."""

import os
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from leadin.gradebook.file_names import (
    LESSONS,
    Origin,
    plain_name,
    read_file_name,
    read_folder_name,
)
from leadin.running.grade import CannotGradeError

#: Folders that are no submission, nor part of one: what unpacking leaves, and a fork's solutions.
NOT_HANDED_IN = frozenset({"__MACOSX", "__pycache__", "solutions"})

#: In words, what to do with a folder that is one student's.
_ONE_SUBMISSION = "is one submission, not a class: grade it with `leadin grade {}`"


@dataclass(frozen=True, slots=True)
class Place:
    """A folder or a file of a student's.

    Attributes:
        entry: its name in the class folder.
        is_folder: which of the two.
        origin: what the name says.
    """

    entry: str
    is_folder: bool
    origin: Origin


@dataclass(frozen=True, slots=True)
class Student:
    """A student and what there is of the student's; nothing of it has been opened.

    Attributes:
        name: differs from every other student's.
        places: the newest first.
    """

    name: str
    places: tuple[Place, ...]


def list_students(class_folder: Path, leave_out: Path | None = None) -> list[Student]:
    """The students of a class, by name.

    Args:
        class_folder: with a folder for each student, or with all students' files side by side as
            Canvas, Moodle and Blackboard export them, or with some of both.
        leave_out: a folder that is not a student's, should it lie in there.

    Raises:
        CannotGradeError: there is no such folder, it can't be opened, it has no submission in it,
            or it is a submission itself.
    """
    found: defaultdict[str, list[Place]] = defaultdict(list)
    for place in _places(class_folder, leave_out):
        if not place.origin.student:
            raise CannotGradeError(f"{class_folder} {_ONE_SUBMISSION.format(class_folder)}")
        found[readable(place.origin.student)].append(place)
    students = [
        each for name, places in found.items() for each in _tell_apart(class_folder, name, places)
    ]
    if not students:
        raise CannotGradeError(f"{class_folder} has no submission in it")
    return sorted(_with_names_of_their_own(students), key=lambda student: student.name)


def _places(class_folder: Path, leave_out: Path | None) -> Iterator[Place]:
    try:
        with os.scandir(class_folder) as entries:
            listed = sorted(entries, key=lambda entry: entry.name)
    except OSError as error:
        raise CannotGradeError(f"{class_folder} can't be opened: {error.strerror}") from error
    for entry in listed:
        if entry.name.startswith(".") or entry.name in NOT_HANDED_IN:
            continue
        if leave_out and entry.name == leave_out.name and leave_out.samefile(entry.path):
            continue
        # A link that leads nowhere is a student's all the same.
        if entry.is_dir() or (entry.is_symlink() and "." not in entry.name):
            if entry.name == "lessons" and _has_a_lesson(Path(entry.path)):
                raise CannotGradeError(f"{class_folder} {_ONE_SUBMISSION.format(class_folder)}")
            yield Place(entry.name, True, read_folder_name(entry.name))
        elif origin := read_file_name(entry.name):
            yield Place(entry.name, False, origin)


def _has_a_lesson(folder: Path) -> bool:
    return any((folder / f"{lesson}.ipynb").is_file() for lesson in LESSONS)


def readable(name: str) -> str:
    """A name as every file and terminal can take it; some systems take accents apart."""
    text = os.fsencode(name).decode("utf-8", "backslashreplace")
    return unicodedata.normalize("NFC", text)


def _tell_apart(class_folder: Path, name: str, places: Sequence[Place]) -> Iterator[Student]:
    """One student, or several of the same name."""
    by_number: defaultdict[str, list[Place]] = defaultdict(list)
    for place in sorted(places, key=lambda place: place.origin.order, reverse=True):
        by_number[place.origin.number].append(place)
    if len(by_number) == 1 or _is_one_person(class_folder, by_number.values()):
        yield Student(name, tuple(place for group in by_number.values() for place in group))
        return
    for number, group in by_number.items():
        yield Student(f"{name} ({number})" if number else name, tuple(group))


def _is_one_person(class_folder: Path, groups: Iterable[Sequence[Place]]) -> bool:
    """Whether places with different numbers are one student's, from several assignments.

    Two students of the same name, taken for one, would lose one's work; one taken for two is there
    for all to see. So they are one only where no number is a person's, and no file is there twice.
    """
    files: list[str] = []
    for group in groups:
        if any(place.origin.is_personal for place in group):
            return False
        files += {file for place in group for file in _files(class_folder, place)}
    return len(files) == len(set(files))


def _files(class_folder: Path, place: Place) -> list[str]:
    """Names of a student's files, as far as they can be seen at once."""
    if not place.is_folder:
        return [place.origin.file]
    with suppress(OSError):
        return [plain_name(name)[0] for name in os.listdir(class_folder / place.entry)]
    return []


def _with_names_of_their_own(students: Sequence[Student]) -> Iterator[Student]:
    taken: set[str] = set()
    for student in students:
        name, count = student.name, 1
        while name in taken:
            count += 1
            name = f"{student.name} [{count}]"
        taken.add(name)
        yield Student(name, student.places)
