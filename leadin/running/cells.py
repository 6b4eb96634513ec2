"""What the cells of a notebook have to do with a verdict: which was judged, and why none was."""

from dataclasses import replace

from leadin.course import AnyExercise
from leadin.judging import Reason, Verdict, without_run
from leadin.notebook.submission import Submission
from leadin.observe import plain_text

#: By what they do with a cell: magics that do not run it as Python in the notebook's own process.
_MAGICS = {
    "cell_is_saved": ("%%file", "%%writefile"),
    "cell_is_shown": ("%%html", "%%javascript", "%%js", "%%latex", "%%markdown", "%%svg"),
    "cell_is_for_program": (
        *("%%!", "%%R", "%%bash", "%%cmd", "%%julia", "%%perl", "%%pypy", "%%python", "%%python2"),
        *("%%python3", "%%ruby", "%%script", "%%sh", "%%sx", "%%system"),
    ),
}


def tell_of_cells(submission: Submission, exercise: AnyExercise, verdict: Verdict) -> Verdict:
    """Add to a verdict what the student has to know of the notebook's cells.

    Args:
        submission: the notebook.
        exercise: what was judged in it.
        verdict: what came of it.

    Returns:
        The same; where no cell has defined the function, and one that should have is not run as
        Python, a verdict that says so.
    """
    if (kind := submission.not_run(exercise)) and _is_undefined(submission, exercise, verdict):
        return without_run(exercise, "missing", _why_not_run(kind))
    answer, stubs = submission.answer(exercise), submission.stubs(exercise)
    if answer is None or not stubs or answer in stubs:
        return verdict
    copies = submission.copies(exercise)
    fields = {"answers": len(copies), "judged": copies.index(answer) + 1}
    told = Reason("stub_is_passed_over", fields)
    return replace(verdict, reason=replace(verdict.reason, more=(*verdict.reason.more, told)))


def _is_undefined(submission: Submission, exercise: AnyExercise, verdict: Verdict) -> bool:
    if verdict.reason.id == "no_cell":
        return True
    place = submission.judged_at(exercise)
    missing = f"NameError: name '{place[1]}' is not defined" if place else ""
    return verdict.reason.id == "call_raised" and verdict.reason.fields["error"] == missing


def _why_not_run(kind: str) -> Reason:
    if not kind.startswith("%%"):
        return Reason("cell_is_raw" if kind == "raw" else "cell_is_markdown")
    found = [id_ for id_, magics in _MAGICS.items() if kind in magics]
    return Reason(found[0] if found else "cell_has_magic", {"magic": plain_text(kind[:50])})
