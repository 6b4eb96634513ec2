"""What a solution notebook must be, whatever it teaches. Pure: a notebook in, findings out."""

import os.path
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

from markdown_it import MarkdownIt
from markdown_it.token import Token
from nbformat import NotebookNode

from leadin.authoring.notebooks import Finding
from leadin.course import AnyExercise
from leadin.notebook.roles import (
    MEANT_TO_FAIL,
    Role,
    check_call,
    check_metadata,
    checked_by,
    has_role,
    is_exercise,
    nbgrader,
    solution_metadata,
)
from leadin.notebook.scenes import scenes

#: nbval's mark on a cell whose digits differ from one processor to the next.
NOT_COMPARED = "nbval-ignore-output"
_TAGS = (*Role, MEANT_TO_FAIL, NOT_COMPARED)

#: Exercises by id.
Exercises = Mapping[str, AnyExercise]

_HEADING = re.compile(r"^#+ ", re.MULTILINE)
_WORDS = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_RANDOM = re.compile(r"[0-9a-f]{8}|[0-9a-f]{12,}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")


def id_findings(notebook: NotebookNode) -> list[Finding]:
    """Say which cell ids are not unique and readable.

    A translation is paired with its original through the ids, so they are written by people.
    """
    uses = Counter(cell.id for cell in notebook.cells)
    unreadable = [
        Finding(cell_id, "has no readable id: choose words joined by hyphens, such as 'why-zero'")
        for cell_id in uses
        if not is_readable_id(cell_id)
    ]
    repeated = [
        Finding(cell_id, f"shares its id with {count - 1} more: give each cell its own")
        for cell_id, count in uses.items()
        if count > 1
    ]
    return unreadable + repeated


def is_readable_id(cell_id: str) -> bool:
    """Say whether an id is lowercase words joined by hyphens, and not one that a program drew."""
    return (
        _WORDS.fullmatch(cell_id) is not None
        and _RANDOM.fullmatch(cell_id) is None
        and any(word.isalpha() and len(word) > 1 for word in cell_id.split("-"))
    )


def role_findings(notebook: NotebookNode) -> list[Finding]:
    """Say which tags mean nothing, or say of a cell what it can't be where it stands."""
    findings = []
    for cell in notebook.cells:
        for tag in cell.metadata.get("tags", []):
            if tag not in _TAGS:
                text = f"has the tag {tag!r}, which means nothing: known are {', '.join(_TAGS)}"
                findings.append(Finding(cell.id, text))
            elif tag in tuple(Role) and not has_role(cell, Role(tag)):
                findings.append(Finding(cell.id, f"is no cell for the tag {tag!r}: take it off"))
    for scene in scenes(notebook.cells):
        if not scene.is_question:
            text = "answers what nothing asked: tag the text before its code `predict`"
            findings += [Finding(cell.id, text) for cell in scene.answers]
        findings += [
            Finding(cell.id, "is folded away, heading and all: give that a cell of its own")
            for cell in scene.answers
            if _HEADING.search(cell.source)
        ]
        if not scene.code:
            text = "is a caption that no code comes before: move it behind its figure"
            findings += [Finding(cell.id, text) for cell in scene.captions]
    return findings


def output_findings(notebook: NotebookNode) -> list[Finding]:
    """Say which code cells were not run, failed or complained when their outputs were stored."""
    findings = []
    expected = 0
    for cell in notebook.cells:
        # Jupyter skips a blank cell and gives it no number.
        if cell.cell_type != "code" or not cell.source.strip():
            continue
        expected += 1
        if cell.execution_count is None:
            findings.append(Finding(cell.id, "was never run: run `leadin build --run`"))
        elif cell.execution_count != expected:
            text = f"ran as number {cell.execution_count} instead of {expected}"
            findings.append(Finding(cell.id, f"{text}: run `leadin build --run`"))
        findings += _stored_findings(cell)
    return findings


def _stored_findings(cell: NotebookNode) -> list[Finding]:
    findings = []
    meant_to_fail = MEANT_TO_FAIL in cell.metadata.get("tags", [])
    errors = [output for output in cell.outputs if output.output_type == "error"]
    if errors and not meant_to_fail:
        text = f"has a stored {errors[0].ename}: mend it, or tag the cell `{MEANT_TO_FAIL}`"
        findings.append(Finding(cell.id, text))
    if meant_to_fail and not errors and cell.execution_count is not None:
        findings.append(Finding(cell.id, f"is tagged `{MEANT_TO_FAIL}` but raised nothing"))
    if any(output.get("name") == "stderr" for output in cell.outputs):
        text = "has stored output on stderr: mend what the warning is about"
        findings.append(Finding(cell.id, text))
    return findings


def exercise_findings(notebook: NotebookNode, lesson: str, exercises: Exercises) -> list[Finding]:
    """Say what is wrong with the exercises of one notebook.

    Args:
        notebook: the solution notebook.
        lesson: its file name without the ending.
        exercises: the definitions by id.
    """
    code = [cell for cell in notebook.cells if cell.cell_type == "code"]
    findings: list[Finding] = []
    seen: set[str] = set()
    for cell, following in zip(code, [*code[1:], None], strict=True):
        if is_exercise(cell):
            findings += _cell_findings(cell, following, lesson, exercises, seen)
        elif nbgrader(cell).get("solution") is True:
            text = "is a solution for nbgrader only: tag the cell `exercise`"
            findings.append(Finding(cell.id, text))
    return findings + [
        Finding(None, f"has no cell for exercise {key!r}: add it, or mend the definition's lesson")
        for key, exercise in exercises.items()
        if exercise.lesson == lesson and key not in seen
    ]


def _cell_findings(
    cell: NotebookNode,
    following: NotebookNode | None,
    lesson: str,
    exercises: Exercises,
    seen: set[str],
) -> list[Finding]:
    """Judge one exercise cell with the code cell that follows it; add its id to `seen`."""
    key = str(nbgrader(cell).get("grade_id"))
    if key not in exercises:
        return [Finding(cell.id, f"has grade_id {key!r}, which no exercise is defined for")]
    exercise = exercises[key]
    if exercise.lesson != lesson:
        return [Finding(cell.id, f"is exercise {key!r}, which belongs to {exercise.lesson}")]
    if key in seen:
        return [Finding(cell.id, f"is exercise {key!r} a second time: keep one")]
    seen.add(key)
    wrong = _differences(nbgrader(cell), solution_metadata(key))
    findings = [Finding(cell.id, f"has wrong nbgrader metadata: set {wrong}")] if wrong else []
    return findings + _check_findings(cell, following, exercise)


def _check_findings(
    cell: NotebookNode, following: NotebookNode | None, exercise: AnyExercise
) -> list[Finding]:
    call = f'check("{exercise.id}", {exercise.function})'
    check = check_metadata(exercise.id, exercise.points)
    called = None if following is None else check_call(following.source)
    is_called = called == (exercise.id, exercise.function)
    if following is None or not (is_called or checked_by(following) == exercise.id):
        return [Finding(cell.id, f"has no check: let the next code cell be `{call}`")]
    wrong = _differences(nbgrader(following), check)
    findings = [Finding(following.id, f"has wrong nbgrader metadata: set {wrong}")] if wrong else []
    if not is_called:
        findings.append(Finding(following.id, f"does not check its exercise: call `{call}`"))
    return findings


def _differences(actual: Mapping[str, object], expected: Mapping[str, object]) -> str:
    """List the settings to change, such as `points=4, locked=True`; empty where all agree."""
    wrong = {key: value for key, value in expected.items() if actual.get(key) != value}
    return ", ".join(f"{key}={value!r}" for key, value in wrong.items())


@dataclass(frozen=True)
class Link:
    """A link, or a picture with its alternative text; `alt` is None for a link."""

    target: str
    alt: str | None = None


def link_findings(notebook: NotebookNode, folders: Sequence[Path]) -> list[Finding]:
    """Say which relative links lead nowhere and which pictures have no alternative text.

    Args:
        notebook: the notebook whose Markdown cells are read.
        folders: the folders that it lies in; a relative link must lead somewhere from each.
    """
    findings = []
    for cell in notebook.cells:
        if cell.cell_type != "markdown":
            continue
        for link in links(cell.source):
            if not _leads_somewhere(link.target, folders, cell.get("attachments", {})):
                text = f"links to {link.target!r}, which is not there: mend the link"
                findings.append(Finding(cell.id, text))
            if link.alt is not None and not link.alt.strip():
                text = f"shows {link.target!r} without alternative text: say what it shows"
                findings.append(Finding(cell.id, text))
    return findings


def links(markdown: str) -> list[Link]:
    """List the links and pictures of a Markdown text, those written as HTML included."""
    return [link for token in MarkdownIt().parse(markdown) for link in _links_in(token)]


def _links_in(token: Token) -> Iterator[Link]:
    if token.type == "link_open":
        yield Link(str(token.attrGet("href")))
    elif token.type == "image":
        yield Link(str(token.attrGet("src")), alt=token.content)
    elif token.type in ("html_block", "html_inline"):
        reader = _HtmlLinks()
        reader.feed(token.content)
        yield from reader.found
    else:
        for child in token.children or []:
            yield from _links_in(child)


class _HtmlLinks(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[Link] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        if tag == "img":
            self.found.append(Link(values.get("src", ""), alt=values.get("alt", "")))
        elif tag == "a" and "href" in values:
            self.found.append(Link(values["href"]))


def _leads_somewhere(target: str, folders: Sequence[Path], attachments: NotebookNode) -> bool:
    """Say whether a target exists. What lies on another machine is taken on trust."""
    parts = urlsplit(target)
    path = unquote(parts.path)
    if parts.scheme == "attachment":
        return path in attachments
    if parts.scheme or parts.netloc:
        return True
    if not path:
        return bool(parts.fragment)
    # A backslash or a leading slash leads somewhere on some machines only.
    if "\\" in path or path.startswith("/"):
        return False
    # By name, since `lessons/..` can't be followed before lessons/ exists.
    return all(os.path.exists(os.path.normpath(folder / path)) for folder in folders)
