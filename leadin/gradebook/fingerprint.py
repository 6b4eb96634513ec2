"""What a result depends on, as a short text: the same text, the same result."""

import hashlib
import json
import os
import platform
from collections.abc import Iterator
from dataclasses import astuple, dataclass, field
from functools import cache
from importlib import metadata
from pathlib import Path

import leadin
from leadin.notebook.names import notebook_name
from leadin.running.grade import Task
from leadin.running.launcher import Mode
from leadin.running.walk import Settings

#: What judges, in the package. Not the words: a verdict is the same in all of them.
JUDGING = ("course", "training", "judging", "observe", "notebook", "running")

#: Files beside a notebook that are looked at, and bytes of one that are read; of a larger one, its
#: size and time count.
MAX_FILES, MAX_BYTES = 1_000, 1_000_000


@dataclass
class Fingerprints:
    """Computes fingerprints in one run of the grader, during which our own code stays the same.

    Attributes:
        mode: how student code was to be isolated.
    """

    mode: Mode
    _companions: dict[Path, str] = field(default_factory=dict)

    def of(self, task: Task, settings: Settings) -> str:
        """What the result of a task depends on, but for chance.

        Args:
            task: what is judged. Only its code cells count, not its outputs and texts.
            settings: how it is run.
        """
        submission = task.submission
        parts = [
            judging_code(),
            self.mode,
            astuple(settings),
            [exercise.id for exercise in task.exercises],
            [task.kind, task.reason.to_json()],
            [(id_, note.to_json()) for id_, note in task.notes],
            submission and [astuple(cell) for cell in submission.cells],
            submission and submission.folder and self._beside(submission.folder),
        ]
        text = json.dumps(parts, ensure_ascii=True)
        return hashlib.sha256(text.encode("ascii")).hexdigest()

    def _beside(self, folder: Path) -> str:
        # A student's notebooks come one after the other: one folder is all to remember.
        if folder not in self._companions:
            self._companions = {folder: _companions(folder)}
        return self._companions[folder]


@cache
def judging_code() -> str:
    """Our own code that judges, and what it runs on."""
    package = Path(leadin.__file__).parent
    digest = hashlib.sha256(f"{platform.python_version()} {metadata.version('torch')}".encode())
    for name in JUDGING:
        for path in sorted([*package.glob(f"{name}.py"), *(package / name).rglob("*.py")]):
            digest.update(f"\n{path.relative_to(package).as_posix()}\n".encode())
            digest.update(path.read_bytes())
    return digest.hexdigest()


def _companions(folder: Path) -> str:
    """The files that code in a folder can read, other than notebooks: each has its own result."""
    digest = hashlib.sha256()
    for count, path in enumerate(walk(folder)):
        if count == MAX_FILES:
            # Too many to look at: never the same.
            return os.urandom(16).hex()
        digest.update(os.fsencode(path.relative_to(folder)))
        try:
            status = path.lstat()
            if path.is_file() and status.st_size <= MAX_BYTES:
                digest.update(hashlib.sha256(path.read_bytes()).digest())
            else:
                digest.update(f"{status.st_size} {status.st_mtime_ns}".encode())
        except OSError:
            digest.update(b"unreadable")
    return digest.hexdigest()


def walk(folder: Path) -> Iterator[Path]:
    """Files in a folder but notebooks, without following links to folders."""
    open_folders = [folder]
    while open_folders:
        place = open_folders.pop()
        try:
            with os.scandir(place) as entries:
                listed = sorted(entries, key=lambda entry: entry.name)
        except OSError:
            continue
        for entry in listed:
            if entry.name in ("__pycache__", ".git", ".ipynb_checkpoints"):
                continue
            if entry.is_dir(follow_symlinks=False):
                open_folders.append(Path(entry.path))
            elif not notebook_name(entry.name):
                yield Path(entry.path)
