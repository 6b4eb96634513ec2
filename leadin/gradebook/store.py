"""The results of a class, kept in one SQLite file: nothing lost, nothing twice.

Every result is one transaction. The file is this process's alone while it is open, and the lock
ends with the process, however that ends.
"""

import hashlib
import json
import sqlite3
import zlib
from array import array
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path
from typing import Any, Self

from leadin.course import EXERCISES
from leadin.judging import Verdict
from leadin.running.grade import CannotGradeError, GradedNotebook
from leadin.running.isolation.in_force import Isolation


@dataclass(frozen=True)
class GradedStudent:
    """The verdicts on all of a student's notebooks.

    Attributes:
        student: the name, as the class folder gives it.
        notebooks: in the course's order.
    """

    student: str
    notebooks: tuple[GradedNotebook, ...]

    @property
    def judgements(self) -> tuple[Verdict, ...]:
        """One per exercise, in the course's order."""
        return tuple(each for notebook in self.notebooks for each in notebook.judgements)

    @property
    def points(self) -> int:
        """What the student scores."""
        return sum(each.points for each in self.judgements)

    @property
    def max_points(self) -> int:
        """What right answers to all of it would score."""
        return sum(each.max_points for each in self.judgements)


#: Says in the file's header that it is ours ("Lead"), and how its tables are laid out.
APPLICATION, SCHEMA = 0x4C656164, 4

_TABLES = """
CREATE TABLE run (
    id INTEGER PRIMARY KEY,
    started_at TEXT NOT NULL,
    finished_at TEXT
);
CREATE TABLE notebook (
    id INTEGER PRIMARY KEY,
    student TEXT NOT NULL,
    name TEXT NOT NULL,
    place INTEGER NOT NULL,
    run INTEGER NOT NULL REFERENCES run,
    fingerprint TEXT NOT NULL,
    seed TEXT NOT NULL,
    isolation TEXT,
    graded_at TEXT NOT NULL,
    UNIQUE (student, name)
);
CREATE TABLE call (
    id INTEGER PRIMARY KEY,
    digest BLOB NOT NULL UNIQUE,
    content BLOB NOT NULL
);
CREATE TABLE judgement (
    notebook INTEGER NOT NULL REFERENCES notebook ON DELETE CASCADE,
    exercise TEXT NOT NULL,
    verdict TEXT NOT NULL,
    call INTEGER REFERENCES call,
    returned BLOB NOT NULL,
    PRIMARY KEY (notebook, exercise)
) WITHOUT ROWID;
"""

_PLACES = {id_: place for place, id_ in enumerate(EXERCISES)}


class StoreError(CannotGradeError):
    """Results can't be kept, or not be read; the text says why, and what to do, in one line."""


class Store:
    """The file. Used as a context manager, from one thread."""

    def __init__(self, path: Path) -> None:
        """Open a store, or make one where there is none.

        Args:
            path: the file; the folders on the way are made.

        Raises:
            StoreError: it is no store of ours, is damaged, is in use, or can't be written.
        """
        self.path = path
        self._run = 0
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise StoreError(f"{path.parent} can't be made: {error.strerror}") from error
        with self._explaining():
            # Transactions are begun and ended by hand.
            self._connection = sqlite3.connect(path, timeout=1, isolation_level=None)
        try:
            with self._explaining():
                self._open()
        except BaseException:
            self._connection.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_exception: object) -> None:
        self.close()

    def close(self) -> None:
        """Put all into the one file, and let others open it."""
        with suppress(sqlite3.Error):
            self._connection.close()

    def begin_run(self) -> None:
        """From here on, results and confirmations belong to a new run."""
        with self._transaction():
            row = self._connection.execute("INSERT INTO run (started_at) VALUES (?)", [_now()])
            self._run = row.lastrowid or 0

    def end_run(self) -> None:
        """The class is complete."""
        with self._transaction():
            self._connection.execute(
                "DELETE FROM call WHERE id NOT IN"
                " (SELECT call FROM judgement WHERE call IS NOT NULL)"
            )
            self._connection.execute(
                "UPDATE run SET finished_at = ? WHERE id = ?", [_now(), self._run]
            )

    def fingerprints(self, student: str) -> dict[str, str]:
        """By notebook, what the results that are kept of a student depend on."""
        with self._explaining():
            rows = self._connection.execute(
                "SELECT name, fingerprint FROM notebook WHERE student = ?", [student]
            )
            return dict(rows.fetchall())

    def add(self, graded: GradedNotebook, fingerprint: str) -> None:
        """Keep a result, in place of an older one of the same notebook.

        Args:
            graded: the result.
            fingerprint: what it depends on.
        """
        first = min((_PLACES.get(each.exercise, 0) for each in graded.judgements), default=0)
        isolation = graded.isolation and json.dumps(asdict(graded.isolation))
        key = [graded.student, _text(graded.notebook)]
        with self._transaction():
            self._connection.execute("DELETE FROM notebook WHERE student = ? AND name = ?", key)
            row = self._connection.execute(
                "INSERT INTO notebook (student, name, place, run, fingerprint, seed, isolation,"
                " graded_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                [*key, first, self._run, fingerprint, str(graded.seed), isolation, _now()],
            )
            self._connection.executemany(
                "INSERT INTO judgement VALUES (?, ?, ?, ?, ?)",
                [(row.lastrowid, each.exercise, *self._parts(each)) for each in graded.judgements],
            )

    def _parts(self, verdict: Verdict) -> tuple[str, int | None, bytes]:
        """A verdict, the call that it shows, and what that returned.

        The inputs and the curve expected are most of it, and the same for a whole class.
        """
        content = verdict.to_json()
        if verdict.shown is None:
            return _to_text(content), None, b""
        shown = content["shown"]
        returned = array("d", shown.pop("returned")).tobytes()
        call = _to_text({name: shown.pop(name) for name in ("inputs", "expected")}).encode()
        digest = hashlib.sha256(call).digest()
        find = "SELECT id FROM call WHERE digest = ?"
        found = self._connection.execute(find, [digest]).fetchone()
        if found is None:
            insert = "INSERT INTO call (digest, content) VALUES (?, ?) RETURNING id"
            found = self._connection.execute(insert, [digest, zlib.compress(call)]).fetchone()
        return _to_text(content), found[0], returned

    def confirm(self, student: str, notebooks: Iterable[str]) -> None:
        """Results of earlier runs that hold in this one."""
        with self._transaction():
            self._connection.executemany(
                "UPDATE notebook SET run = ? WHERE student = ? AND name = ?",
                [(self._run, student, _text(name)) for name in notebooks],
            )

    def students(self) -> Iterator[GradedStudent]:
        """Everyone with a result in the last run, by name, read one by one.

        What earlier runs found is not among it: who has left the class, notebooks that were
        taken back, lessons that were not asked for.
        """
        with self._explaining():
            execute = self._connection.execute
            (run,) = execute("SELECT max(id) FROM run").fetchone()
            names = execute(
                "SELECT DISTINCT student FROM notebook WHERE run = ? ORDER BY student", [run]
            )
            for (student,) in names:
                rows = execute(
                    "SELECT id, name, seed, isolation FROM notebook"
                    " WHERE student = ? AND run = ? ORDER BY place, name",
                    [student, run],
                ).fetchall()
                yield GradedStudent(student, tuple(self._notebook(student, *row) for row in rows))

    def _notebook(
        self, student: str, id_: int, name: str, seed: str, isolation: str | None
    ) -> GradedNotebook:
        rows = self._connection.execute(
            "SELECT verdict, content, returned FROM judgement LEFT JOIN call ON call.id = call"
            " WHERE notebook = ?",
            [id_],
        )
        verdicts = (_verdict(*row) for row in rows)
        judgements = sorted(verdicts, key=lambda each: _PLACES.get(each.exercise, 0))
        in_force = None if isolation is None else Isolation.of(json.loads(isolation))
        return GradedNotebook(student, name, tuple(judgements), int(seed), in_force)

    def _open(self) -> None:
        execute = self._connection.execute
        # With this, no other process can read either, and the log needs no shared memory, which
        # network drives lack. A lost power supply can cost the last results, but no others.
        execute("PRAGMA locking_mode = EXCLUSIVE")
        execute("PRAGMA foreign_keys = ON")
        (application,) = execute("PRAGMA application_id").fetchone()
        (schema,) = execute("PRAGMA user_version").fetchone()
        (tables,) = execute("SELECT count(*) FROM sqlite_master").fetchone()
        if tables and application != APPLICATION:
            raise StoreError(f"{self.path} is another program's database: give another --out")
        if schema > SCHEMA:
            raise StoreError(f"{self.path} was written by a newer leadin: update leadin")
        execute("PRAGMA journal_mode = WAL")
        execute("PRAGMA synchronous = NORMAL")
        # Takes the lock, which is then kept.
        execute("BEGIN EXCLUSIVE")
        if tables and schema < SCHEMA:
            # What judged then has changed since: all is graded anew.
            for table in ("judgement", "notebook", "run"):
                execute(f"DROP TABLE {table}")
        if not tables or schema < SCHEMA:
            for statement in _TABLES.split(";\n"):
                execute(statement)
            execute(f"PRAGMA application_id = {APPLICATION}")
            execute(f"PRAGMA user_version = {SCHEMA}")
        execute("COMMIT")
        (health,) = execute("PRAGMA quick_check(1)").fetchone()
        if health != "ok":
            raise sqlite3.DatabaseError(health.splitlines()[-1])

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        with self._explaining():
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield
                self._connection.execute("COMMIT")
            except BaseException:
                with suppress(sqlite3.Error):
                    self._connection.execute("ROLLBACK")
                raise

    @contextmanager
    def _explaining(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.Error as error:
            raise StoreError(_explain(self.path, error)) from error


def _explain(path: Path, error: sqlite3.Error) -> str:
    code = getattr(error, "sqlite_errorcode", None)
    # Its lowest byte is the kind, the rest a detail.
    match code and code & 0xFF:
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
            return f"{path} is in use: another grader is at work on it, or a database viewer"
        case sqlite3.SQLITE_FULL:
            return f"{path}: the disk is full; make room and call this again, what is stored counts"
        case sqlite3.SQLITE_CANTOPEN | sqlite3.SQLITE_READONLY | sqlite3.SQLITE_PERM:
            return f"{path} can't be written: mend its permissions, or give another --out"
        case sqlite3.SQLITE_IOERR:
            return f"{path} can't be read or written ({error}): is the disk full or failing?"
    return (
        f"{path} is damaged or no gradebook ({error}): move it away, and all is graded anew, or "
        "restore it from a backup"
    )


def _to_text(content: Mapping[str, Any]) -> str:
    # ASCII, so that halves of characters are kept too.
    return json.dumps(content, ensure_ascii=True, separators=(",", ":"))


def _verdict(text: str, call: bytes | None, returned: bytes) -> Verdict:
    content = json.loads(text)
    if call is not None:
        content["shown"] |= {**_call(call), "returned": array("d", returned).tolist()}
    return Verdict.from_json(content)


@lru_cache
def _call(content: bytes) -> dict[str, Any]:
    call: dict[str, Any] = json.loads(zlib.decompress(content))
    return call


def _text(text: str) -> str:
    """A text that the file can hold: no half of a character."""
    return text.encode("utf-8", "backslashreplace").decode()


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
