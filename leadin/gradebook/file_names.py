"""How learning platforms name what students have handed in -> whose it is, and its own name."""

import re
from dataclasses import dataclass

from leadin.course import EXERCISES

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
    return _read_other(name) if name.lower().endswith(".ipynb") else None


def plain_name(file: str) -> tuple[str, int]:
    """A file's name as the lesson gives it, and which version of it this is.

    Args:
        file: such as `08_training_linear (1).ipynb`.

    Returns:
        Such as `08_training_linear.ipynb` and 1. A name that is no lesson's is kept: what looks
        like a version could be part of it.
    """
    lesson = _LESSON.match(file)
    version = _VERSION.fullmatch(file, lesson.end()) if lesson else None
    if lesson and version and file.lower().endswith(".ipynb"):
        return f"{lesson[0].lower()}.ipynb", int(version[1] or 0)
    trailing = re.search(r"[ -]\(?(\d{1,3})\)?\.ipynb$", file)
    return file, int(trailing[1]) if trailing else 0


def _is_from_canvas(name: re.Match[str]) -> bool:
    """Whether a name of this form is Canvas's: `lab_1_2_data.csv` is not."""
    file = name["file"]
    if file is None or file.lower().endswith(".ipynb"):
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
