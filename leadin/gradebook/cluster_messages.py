"""What goes to a cluster's workers and what comes back: JSON, so that nothing is unpickled."""

import base64
import json
import os
import platform
import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import asdict, astuple, fields
from functools import cache
from importlib import metadata
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from leadin import __version__
from leadin.course import EXERCISES, AnyExercise
from leadin.gradebook import fingerprint
from leadin.gradebook.class_run import NotIsolatedError, UnrunnableError, first_line
from leadin.gradebook.fingerprint import MAX_FILES, walk
from leadin.judging import Reason, Verdict, calls
from leadin.notebook.submission import Cell, Submission
from leadin.running.grade import CannotGradeError, GradedNotebook, Task
from leadin.running.isolation.in_force import Isolation
from leadin.running.launcher import Mode
from leadin.running.protocol import ProtocolError
from leadin.running.walk import Settings

#: Bytes of a notebook's code and of the files beside it. Several for each of the cluster's threads
#: are on their way at a time.
MAX_SENT = 8_000_000
#: Bytes of an answer: cut curves and long messages of every exercise need half of it.
MAX_ANSWER = 10_000_000

_FAILURES: dict[str, type[Exception]] = {
    "not isolated": NotIsolatedError,
    "cannot grade": CannotGradeError,
}
_UNRUNNABLE = "unrunnable"


def judging() -> str:
    """What judges here, as a line: the same line, the same verdicts."""
    return f"leadin {__version__} ({fingerprint.judging_code()[:12]}), {_ground()}"


@cache
def _ground() -> str:
    return f"Python {platform.python_version()}, torch {metadata.version('torch')}"


def encode_notebook(
    task: Task, files: Mapping[str, bytes] | None, settings: Settings, mode: Mode
) -> bytes:
    """A notebook as a message.

    Args:
        task: a notebook that can be run. Whose it is stays here.
        files: what its code finds beside it; None for no folder at all.
        settings: how to run it.
        mode: how its code is isolated.

    Raises:
        UnrunnableError: it is too large.
    """
    assert task.submission is not None
    cells = task.submission.cells
    size = sum(len(cell.source) for cell in cells) + sum(map(len, (files or {}).values()))
    if size > MAX_SENT:
        raise UnrunnableError(Reason("too_much_for_cluster", {"size": megabytes(MAX_SENT)}))
    message = {
        "judging": judging(),
        "exercises": [exercise.id for exercise in task.exercises],
        "cells": [astuple(cell) for cell in cells],
        "files": None if files is None else {name: _to_text(files[name]) for name in files},
        "settings": astuple(settings),
        "mode": mode,
    }
    return zlib.compress(json.dumps(message).encode("ascii"), 1)


def decode_notebook(data: bytes) -> tuple[Task, Mapping[str, bytes] | None, Settings, Mode]:
    """A message as what `encode_notebook` was given, but for whose it is.

    Raises:
        CannotGradeError: who sent it judges otherwise.
    """
    message = json.loads(zlib.decompress(data))
    if message["judging"] != judging():
        raise CannotGradeError(
            f"it has {judging()}, and this machine {message['judging']}: "
            "install the same on both, then start the workers anew"
        )
    exercises = tuple(EXERCISES[id_] for id_ in message["exercises"])
    submission = Submission(tuple(Cell(*cell) for cell in message["cells"]))
    sent = message["files"]
    files = None if sent is None else {name: base64.b64decode(sent[name]) for name in sent}
    return (
        Task("", "", exercises, submission),
        files,
        Settings(*message["settings"]),
        message["mode"],
    )


def encode_graded(graded: GradedNotebook) -> bytes:
    """Verdicts as an answer."""
    message = {
        "judgements": [each.to_json() for each in graded.judgements],
        "isolation": graded.isolation and asdict(graded.isolation),
    }
    return json.dumps(message).encode("ascii")


def encode_failure(error: Exception, worker: str) -> bytes:
    """Why there are no verdicts, as an answer.

    Args:
        error: of a notebook, if it is an UnrunnableError or no error of the grader's at all.
        worker: where it happened, in a word.
    """
    for kind, type_ in _FAILURES.items():
        if isinstance(error, type_):
            why = f"worker {worker}: {first_line(error)}"
            return json.dumps({"failed": kind, "why": why}).encode("ascii")
    if isinstance(error, UnrunnableError):
        reason = error.reason
    else:
        why = f"{type(error).__name__}: {error}".partition("\n")[0][:1_000]
        reason = Reason("can_not_be_run", {"why": why})
    return json.dumps({"failed": _UNRUNNABLE, "why": reason.to_json()}).encode("ascii")


def decode_answer(data: object, task: Task, settings: Settings) -> GradedNotebook:
    """An answer as verdicts.

    Args:
        data: what came back.
        task: what was asked.
        settings: how it was to be run.

    Raises:
        NotIsolatedError: the worker can't keep student code to itself.
        CannotGradeError: the worker can't grade at all.
        UnrunnableError: it can't run this notebook.
        ProtocolError: our own code would never answer that.
    """
    if not (isinstance(data, bytes) and len(data) <= MAX_ANSWER):
        raise ProtocolError("an answer is no bytes or too long")
    try:
        message = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise ProtocolError("an answer is no JSON") from error
    if isinstance(message, dict) and "failed" in message:
        _raise(_fields(message, {"failed", "why"}))
    answer = _fields(message, {"judgements", "isolation"})
    judgements = answer["judgements"]
    if not (isinstance(judgements, list) and len(judgements) == len(task.exercises)):
        raise ProtocolError("not every exercise has its verdict")
    return GradedNotebook(
        task.student,
        task.notebook,
        tuple(
            _judgement(each, exercise, settings)
            for each, exercise in zip(judgements, task.exercises, strict=True)
        ),
        settings.seed,
        None if answer["isolation"] is None else _isolation(answer["isolation"]),
    )


def _to_text(content: bytes) -> str:
    return base64.b64encode(content).decode("ascii")


def _raise(failure: dict[str, Any]) -> None:
    kind, why = failure["failed"], failure["why"]
    if kind == _UNRUNNABLE:
        with _refusing():
            reason = Reason.from_json(why)
        raise UnrunnableError(reason)
    _require(isinstance(kind, str) and kind in _FAILURES and isinstance(why, str), "a failure")
    raise _FAILURES[kind](why)


@contextmanager
def _refusing() -> Iterator[None]:
    """What is not as our own code writes it is no answer of ours."""
    try:
        yield
    except ValueError as error:
        raise ProtocolError(str(error)) from error


def _judgement(value: object, exercise: AnyExercise, settings: Settings) -> Verdict:
    with _refusing():
        read = Verdict.from_json(value)
    scored = exercise.points if read.kind == "pass" else 0
    _require(read.exercise == exercise.id, "an exercise")
    _require((read.points, read.max_points) == (scored, exercise.points), "points")
    if read.shown:
        _require(read.shown.call < len(calls(exercise, settings.seed)), "inputs")
    return read


def _isolation(value: object) -> Isolation:
    read = _fields(value, {field.name for field in fields(Isolation)})
    for name, example in asdict(Isolation()).items():
        given = read[name]
        if name == "namespaces":
            _require(_is_list(given, str, 10), "an isolation")
        else:
            _require(type(given) is type(example), "an isolation")
    return Isolation.of(read)


def _fields(value: object, names: set[str]) -> dict[str, Any]:
    if not (isinstance(value, dict) and value.keys() == names):
        raise ProtocolError("fields are missing or surplus")
    return value


def _is_list(value: object, of: type, most: int) -> bool:
    return isinstance(value, list) and len(value) <= most and all(type(x) is of for x in value)


def _require(holds: bool, what: str) -> None:
    if not holds:
        raise ProtocolError(f"{what} is not as it should be")


def collect(folder: Path, most: int) -> dict[str, bytes]:
    """Read the files in a folder that code may read, other than notebooks.

    A link is followed where it leads to a file in the folder: any other could be another student's.

    Args:
        folder: the notebook's.
        most: bytes that all of them may have.

    Returns:
        What they hold, by path within the folder.

    Raises:
        UnrunnableError: they are too many or too large.
    """
    files: dict[str, bytes] = {}
    size = 0
    for count, path in enumerate(walk(folder)):
        if count == MAX_FILES:
            raise UnrunnableError(Reason("too_many_beside", {"most": MAX_FILES}))
        with suppress(OSError, RuntimeError):  # a link that leads to itself
            if path.is_file() and path.resolve().is_relative_to(folder.resolve()):
                size += path.stat().st_size
                if size > most:
                    raise UnrunnableError(Reason("too_much_beside", {"size": megabytes(most)}))
                files[path.relative_to(folder).as_posix()] = path.read_bytes()
    return files


@contextmanager
def laid_out(files: Mapping[str, bytes]) -> Iterator[Path]:
    """A folder with these files, for as long as it is needed."""
    with TemporaryDirectory(prefix="leadin-notebook-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        for path, content in files.items():
            place = folder / path
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(content)
        # The process that reads them may have a user of its own.
        for place in (folder, *folder.rglob("*")):
            os.chmod(place, 0o755 if place.is_dir() else 0o644)
        yield folder


def megabytes(size: int) -> str:
    """A number of bytes in words."""
    return f"{size / 1_000_000:g} MB"
