"""File names for students, whatever they are called."""

import hashlib
import re

#: Names that are file names on every system as they are. Lower case only: some systems don't tell
#: `Ada` from `ada`.
_PLAIN = re.compile(r"[a-z0-9][a-z0-9._-]{0,63}")
#: How the other ones end; a name that looks so is not kept either, or two could meet.
_MARKED = re.compile(r".*-[0-9a-f]{16}")
#: Windows takes these for devices, whatever ending follows.
_DEVICE = re.compile(r"(con|prn|aux|nul|com[0-9]|lpt[0-9])(\..*)?")
#: Characters kept of a name that is not plain.
_KEPT = 40


def file_stem(student: str) -> str:
    """A file name without its ending: the same for the same student, another for any other.

    A plain name is kept. Of any other, what is harmless is kept, and a mark that is computed from
    the whole name makes it unique: it depends on no other student, so links to it stay.

    Args:
        student: the name.
    """
    if _PLAIN.fullmatch(student) and not (_MARKED.fullmatch(student) or _DEVICE.fullmatch(student)):
        return student
    # A folder's name may hold bytes that are no text, which Python keeps as lone surrogates.
    mark = hashlib.sha256(student.encode("utf-8", "surrogatepass")).hexdigest()[:16]
    readable = re.sub(r"\W+", "-", student)[:_KEPT].strip("-_")
    return f"{readable}-{mark}" if readable else f"student-{mark}"
