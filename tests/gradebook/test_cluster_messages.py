"""What a cluster is sent and answers: all that counts gets through, and nothing else does."""

import json
import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from leadin.gradebook import cluster_messages, cluster_worker
from leadin.gradebook.class_run import NotIsolatedError, UnrunnableError
from leadin.gradebook.cluster_messages import (
    collect,
    decode_answer,
    decode_notebook,
    encode_failure,
    encode_graded,
    encode_notebook,
    laid_out,
)
from leadin.judging import Reason
from leadin.notebook.submission import Cell, Submission
from leadin.running.grade import CannotGradeError, GradedNotebook, Task
from leadin.running.isolation.in_force import Isolation
from leadin.running.protocol import ProtocolError
from leadin.running.walk import Settings

from .graded import HOSTILE, LINEAR, halved, notebook, raised, returned, right

CELLS = (Cell("import torch"), Cell("\ud800 ŷ = 1", answers=LINEAR.id))
FILES = {"a/ŷ \udcff.csv": b"\0\xff"}
TASK = Task("ada", "08_training_linear.ipynb", (LINEAR,), Submission(CELLS))
ISOLATED = Isolation(("pid", "net"), True, 7, True, True, True, True, "tmpfs")
SETTINGS = Settings(seed=7)
UNRUNNABLE = UnrunnableError(Reason("too_much_beside", {"size": "8 MB"}))


def message(files: dict[str, bytes] | None = None) -> bytes:
    return encode_notebook(TASK, files, Settings(7, 2.5), "auto")


@pytest.mark.parametrize("files", [None, {}, FILES])
def test_a_notebook_arrives_as_it_was_sent_but_for_whose_it_is(
    files: dict[str, bytes] | None,
) -> None:
    sent = replace(TASK, student="", notebook="")
    assert decode_notebook(message(files)) == (sent, files, Settings(7, 2.5), "auto")


def test_a_notebook_from_who_judges_otherwise_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    sent = message(FILES)
    here = cluster_messages.judging()
    monkeypatch.setattr(cluster_messages, "judging", lambda: "leadin 99")
    with pytest.raises(CannotGradeError) as refused:
        decode_notebook(sent)
    assert str(refused.value).startswith(f"it has leadin 99, and this machine {here}: install")


def test_a_notebook_that_is_too_large_is_not_sent(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cluster_messages, "MAX_SENT", 20)
    with pytest.raises(UnrunnableError, match="have more than"):
        message(FILES)


@pytest.mark.parametrize(
    "judgement",
    [
        right(),
        halved(),
        returned([float("nan"), float("inf"), -0.0, 5e-324, 0.1]),
        returned([1.0], lesson=False),
        *(raised(text) for text in HOSTILE),
    ],
)
@pytest.mark.parametrize("isolation", [None, Isolation(), ISOLATED])
def test_verdicts_arrive_as_they_were_found(judgement: Any, isolation: Isolation | None) -> None:
    found = notebook(judgement, student="", isolation=isolation)
    graded = decode_answer(encode_graded(found), TASK, SETTINGS)
    # As texts: what is not a number equals nothing.
    assert repr(graded) == repr(GradedNotebook("ada", TASK.notebook, (judgement,), 7, isolation))


def answer(**changed: object) -> bytes:
    content = json.loads(encode_graded(notebook(halved(), isolation=ISOLATED)))
    return json.dumps({**content, **changed}).encode()


def judgement(**changed: object) -> bytes:
    content = json.loads(answer())
    return answer(judgements=[{**content["judgements"][0], **changed}])


def shown(**changed: Any) -> bytes:
    content = json.loads(answer())
    return judgement(shown={**content["judgements"][0]["shown"], **changed})


def isolation(**changed: object) -> bytes:
    content = json.loads(answer())
    return answer(isolation={**content["isolation"], **changed})


def test_the_answer_that_is_spoiled_below_is_a_right_one() -> None:
    for data in (answer(), judgement(), shown(), isolation()):
        assert decode_answer(data, TASK, SETTINGS).judgements == (halved(),)


@pytest.mark.parametrize(
    "data",
    [
        None,
        "{}",
        b"",
        b"[]",
        b"\x80\x04N.",
        b"[" * 100_000,
        b" " * (cluster_messages.MAX_ANSWER + 1),
        answer(more=1),
        answer(judgements=[]),
        answer(judgements=None),
        answer(isolation=[]),
        judgement(more=1),
        judgement(exercise="09-train-quadratic"),
        judgement(kind="excellent"),
        judgement(kind=["pass"]),
        judgement(points=4),
        judgement(points=False),
        judgement(max_points=40),
        judgement(mistakes=["<b>"]),
        judgement(mistakes="no_zero_grad"),
        judgement(reason=None),
        judgement(reason={"id": "no_such_reason", "fields": {}, "more": []}),
        judgement(reason={"id": "grader_failed", "fields": {"error": "x" * 1_000_000}, "more": []}),
        judgement(reason={"id": "grader_failed", "fields": {"error": 1}, "more": []}),
        shown(difference={"epoch": -1, "expected": 1.0, "actual": 2.0}),
        shown(difference={"epoch": 1.0, "expected": 1.0, "actual": 2.0}),
        shown(call=99),
        shown(inputs=[]),
        shown(inputs={"w": "1.0"}),
        shown(returned=[1]),
        shown(returned=["1"]),
        shown(returned=[0.0] * 20_000),
        isolation(landlock=True),
        isolation(namespaces="pid"),
        isolation(scratch=None),
        b'{"failed": "at last", "why": "x"}',
        b'{"failed": "unrunnable", "why": 1}',
        b'{"failed": "unrunnable", "why": {"id": "no_such_reason", "fields": {}, "more": []}}',
        b'{"failed": ["unrunnable"], "why": "x"}',
    ],
)
def test_what_our_own_code_would_never_answer_is_refused(data: object) -> None:
    with pytest.raises(ProtocolError):
        decode_answer(data, TASK, SETTINGS)


@pytest.mark.parametrize(
    ("error", "kind", "said"),
    [
        (NotIsolatedError("x can y"), NotIsolatedError, "worker alan: x can y"),
        (CannotGradeError("no"), CannotGradeError, "worker alan: no"),
        (UNRUNNABLE, UnrunnableError, str(UNRUNNABLE)),
        (KeyError("ŷ"), UnrunnableError, "This notebook can't be run: KeyError: 'ŷ'"),
        (ValueError("one\ntwo"), UnrunnableError, "This notebook can't be run: ValueError: one"),
    ],
)
def test_a_failure_arrives_as_what_it_was(
    error: Exception, kind: type[Exception], said: str
) -> None:
    with pytest.raises(kind) as arrived:
        decode_answer(encode_failure(error, "alan"), TASK, SETTINGS)
    assert (type(arrived.value), str(arrived.value)) == (kind, said)


class FakeWorker:
    """A process that is not isolated; fails if anything is sent to it."""

    isolation = Isolation()

    def close(self) -> None: ...


class FakeLauncher:
    is_closed = False

    def launch(self, folder: Path | None, cpu_seconds: int) -> FakeWorker:
        return FakeWorker()

    def close(self) -> None:
        self.is_closed = True


@pytest.fixture
def worker(monkeypatch: pytest.MonkeyPatch) -> FakeLauncher:
    launcher = FakeLauncher()
    monkeypatch.setattr(cluster_worker, "open_launcher", lambda mode: launcher)
    for shared in cluster_worker._CREWS.values():
        monkeypatch.setattr(shared, "_crew", None)
    return launcher


def test_a_worker_that_can_not_isolate_runs_nothing_and_says_so(worker: FakeLauncher) -> None:
    with pytest.raises(
        NotIsolatedError, match=r"^worker .*: on this system, student code can .* --isolation none"
    ):
        decode_answer(cluster_worker.grade(message()), TASK, SETTINGS)


def test_a_workers_warm_process_ends_when_it_is_not_needed(
    worker: FakeLauncher, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cluster_worker, "IDLE", 0.0)
    cluster_worker.grade(message())
    timer = cluster_worker._CREWS["auto"]._timer
    assert timer is not None
    timer.join()
    assert worker.is_closed
    assert cluster_worker._CREWS["auto"]._crew is None


def test_files_are_laid_out_and_removed() -> None:
    with laid_out({"a/b.csv": b"1", "c": b""}) as folder:
        found = {path.relative_to(folder).as_posix() for path in folder.rglob("*")}
        assert found == {"a", "a/b.csv", "c"}
        assert (folder / "a" / "b.csv").read_bytes() == b"1"
    assert not folder.exists()


def link_to(target: str) -> Callable[[Path], None]:
    return lambda path: path.symlink_to(target)


@pytest.mark.parametrize(
    ("make", "is_sent"),
    [
        (lambda path: path.write_bytes(b"1"), True),
        (link_to("own"), True),
        (link_to("../other/file"), False),
        (link_to("../other"), False),
        (link_to("link"), False),
        (link_to("nowhere"), False),
        (lambda path: os.mkfifo(path), False),
        (lambda path: path.mkdir(), False),
    ],
)
def test_only_a_students_own_files_are_sent(
    tmp_path: Path, make: Callable[[Path], None], is_sent: bool
) -> None:
    for name in ("mine/own", "other/file"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(b"1")
    (tmp_path / "mine" / "08_training_linear.ipynb").write_text("{}")
    make(tmp_path / "mine" / "link")
    expected = {"own": b"1", "link": b"1"} if is_sent else {"own": b"1"}
    assert collect(tmp_path / "mine", 2) == expected


def test_too_much_to_send_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in "ab":
        (tmp_path / name).write_bytes(b"123")
    assert len(collect(tmp_path, 6)) == 2
    with pytest.raises(UnrunnableError, match="the files beside it have more than"):
        collect(tmp_path, 5)
    monkeypatch.setattr(cluster_messages, "MAX_FILES", 1)
    with pytest.raises(UnrunnableError, match="more than 1 files lie beside it"):
        collect(tmp_path, 6)
