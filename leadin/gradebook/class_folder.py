"""A class folder -> its students, as a learning platform or anybody names folders and files."""

import os
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from leadin.course import EXERCISES
from leadin.notebook.names import notebook_name
from leadin.running.grade import CannotGradeError

LESSONS = tuple(dict.fromkeys(exercise.lesson for exercise in EXERCISES.values()))

_ANY_LESSON = "|".join(LESSONS)
_LESSON = re.compile(rf"(?<![^\W_])(?:{_ANY_LESSON})(?![^\W_])", re.IGNORECASE)

#: `lovelaceada_late_12345_67890_08_training_linear-1.ipynb`: name, user, file. Canvas takes all but
#: letters, digits and `_` out of the name; a text or a link that was handed in has no file number.
_CANVAS = re.compile(
    rf"(?P<name>.+?)_(?:late_)?(?!{_ANY_LESSON})(?P<number>\d+)_"
    rf"(?:(?!{_ANY_LESSON})(?P<order>\d+)_(?P<file>.+)|(?:text|link)\.html)",
    re.IGNORECASE,
)
#: Numbers this long are Canvas's whatever kind of file it is.
_CANVAS_DIGITS = 4
#: `anon_x7Kq2_67890_08_training_linear.ipynb`: Canvas, where names are hidden.
_CANVAS_ANONYMOUS = re.compile(
    r"anon_(?:late_)?(?P<name>[a-z0-9]{5})_(?P<order>\d+)_(?P<file>.+)", re.IGNORECASE
)
#: `Ada Lovelace_12345_assignsubmission_file_08_training_linear.ipynb`, or a folder named like that
#: up to `file_`. Moodle takes every `_` out of the name.
_MOODLE = re.compile(r"(?P<name>[^_]+)_(?P<number>\d+)_assignsubmission_[a-z]+(?:_(?P<file>.*))?")
#: `Homework_ada_attempt_2026-11-01-12-00-00_08_training_linear.ipynb`; each attempt has a `.txt`
#: without a file's name as well. Where the assignment's name ends can't be seen: what stands before
#: the last part tells `ann_lee` from `bob_lee`.
_BLACKBOARD = re.compile(
    r"(?P<number>.+)_(?P<name>[^_]+)_attempt_(?P<order>\d{4}(?:-\d\d){5})(?:_(?P<file>.+)|\.txt)"
)

#: What browsers, file managers, Jupyter and Canvas put behind the name of another version.
_VERSION = re.compile(r"[ _-]*(?:copy)?[ _-]*\(?(\d{0,3})\)?(?:\.ipynb)?", re.IGNORECASE)
#: Between a student's name and a file's: numbers and dates, not names.
_LAST_PART = re.compile(r"(?P<before>.*[^_ ])[_ ]+(?P<part>[^_ ]+)", re.DOTALL)
_NUMBER = re.compile(r"(?=[TZ:.-]*\d)[\dTZ:.-]+")


@dataclass(frozen=True)
class Origin:
    """What the name of a file, or of a folder, says.

    Attributes:
        student: the student's name.
        number: what a platform tells students of the same name apart by, or empty.
        file: the file's own name; for a folder, or where none was handed in, empty.
        order: the greater, the later it was handed in, among those of one student.
        is_personal: the number is the student's in every assignment, as in Canvas; Moodle gives
            another one in each.
    """

    student: str
    number: str = ""
    file: str = ""
    order: tuple[str, int] = ("", 0)
    is_personal: bool = False


def read_folder_name(name: str) -> Origin:
    """Whose folder it is."""
    if moodle := _MOODLE.fullmatch(name):
        return Origin(moodle["name"], moodle["number"])
    return Origin(name)


def read_file_name(name: str) -> Origin | None:
    """Whose file it is, in a folder in which all students' files lie side by side.

    Args:
        name: of a file of any kind.

    Returns:
        What it says; None for a file of no student. A lesson's plain name gives no student's
        name: it is empty.
    """
    if moodle := _MOODLE.fullmatch(name):
        return _origin(moodle["name"], moodle["file"], number=moodle["number"])
    if blackboard := _BLACKBOARD.fullmatch(name):
        return _origin(
            blackboard["name"], blackboard["file"], blackboard["order"], blackboard["number"]
        )
    if anonymous := _CANVAS_ANONYMOUS.fullmatch(name):
        return _origin(f"anon_{anonymous['name']}", anonymous["file"], anonymous["order"])
    canvas = _CANVAS.fullmatch(name)
    if canvas and _is_from_canvas(canvas):
        return _origin(canvas["name"], canvas["file"], canvas["order"], canvas["number"], True)
    return _read_other(notebook_name(name)) if notebook_name(name) else None


def plain_name(file: str) -> tuple[str, int]:
    """A file's name as the lesson gives it, and which version of it this is.

    Args:
        file: such as `08_training_linear (1).ipynb`.

    Returns:
        Such as `08_training_linear.ipynb` and 1. A name that is no lesson's is kept: what looks
        like a version could be part of it.
    """
    file = notebook_name(file) or file
    lesson = _LESSON.match(file)
    version = _VERSION.fullmatch(file, lesson.end()) if lesson else None
    if lesson and version and file.lower().endswith(".ipynb"):
        return f"{lesson[0].lower()}.ipynb", int(version[1] or 0)
    trailing = re.search(r"[ -]\(?(\d{1,3})\)?\.ipynb$", file)
    return file, int(trailing[1]) if trailing else 0


def _is_from_canvas(name: re.Match[str]) -> bool:
    """Whether a name of this form is Canvas's: `lab_1_2_data.csv` is not."""
    file = name["file"]
    if file is None or notebook_name(file):
        return True
    return min(len(name["number"]), len(name["order"])) >= _CANVAS_DIGITS


def _origin(
    student: str, file: str | None, order: str | None = "", number: str = "", personal: bool = False
) -> Origin:
    name, version = plain_name(file or "")
    # Numbers are compared as texts of one length.
    return Origin(student, number, name, ((order or "").rjust(20, "0"), version), personal)


def _read_other(name: str) -> Origin:
    """`name_…_file.ipynb`, or `file_name.ipynb`."""
    stem = name[: -len(".ipynb")]
    lesson = _LESSON.search(stem)
    if not lesson:
        before, _, last = stem.rpartition("_")
        return Origin(before or stem, file=f"{last}.ipynb" if before else name)
    file, version = plain_name(name[lesson.start() :])
    before, after = (part.strip(" _-.") for part in (stem[: lesson.start()], stem[lesson.end() :]))
    if not before and not _VERSION.fullmatch(after):
        before, file = after, f"{lesson[0].lower()}.ipynb"
    student = before
    numbers: list[str] = []
    while (end := _LAST_PART.fullmatch(student)) and _NUMBER.fullmatch(end["part"]):
        student = end["before"]
        numbers.insert(0, end["part"])
    return Origin(student.strip(" _-") or before, "_".join(numbers), file, ("", version))


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
