"""A class on a Dask cluster: the verdicts of a local run, whatever becomes of the workers."""

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from click.testing import CliRunner

from leadin.cli import main
from leadin.course import EXERCISES
from leadin.gradebook import class_run
from leadin.gradebook.class_folder import list_students
from leadin.gradebook.class_run import Crew, LocalCrew, Order, Progress
from leadin.gradebook.cluster_messages import encode_graded
from leadin.gradebook.store import GradedStudent, Store
from leadin.running.grade import CannotGradeError
from leadin.running.launcher import Launcher, Mode
from leadin.words import render

from .conftest import LESSON, RIGHT, WRONG, write_notebook
from .graded import notebook, right

distributed = pytest.importorskip("distributed", reason="Dask is not installed")

from leadin.gradebook import cluster as cluster_module  # noqa: E402
from leadin.gradebook.cluster import ClusterCrew  # noqa: E402

# One after the other, in one process: they share a cluster, and the last ones break it.
pytestmark = pytest.mark.xdist_group("cluster")

#: The scheduler is to need no leadin.
SCHEDULER = "import sys; sys.modules['leadin'] = None; from distributed.cli.dask_scheduler import "
WORKER = "from distributed.cli.dask_worker import "

#: A cell that gives a test the time to end something meanwhile.
SLOW = "import time; time.sleep(0.5)"
STARTS_WITHIN = 120.0


@dataclass
class Cluster:
    """A scheduler and workers of one thread each, all of them processes of this machine."""

    folder: Path
    scheduler: subprocess.Popen[bytes] = field(init=False)
    workers: list[subprocess.Popen[bytes]] = field(default_factory=list)

    def __post_init__(self) -> None:
        file = self.folder / "scheduler.json"
        self.scheduler = self._start(SCHEDULER, "--port", "0", "--scheduler-file", str(file))
        wait_until(file.exists)
        self.address = f"tcp://127.0.0.1:{self.ask(lambda dask_scheduler: dask_scheduler.port)}"

    def have(self, count: int) -> None:
        """Start workers, or end some, until there are so many."""
        while len(self.workers) > count:
            self.lose_worker()
        while len(self.workers) < count:
            self.workers.append(self._start(WORKER, self.address, "--no-nanny", "--nthreads", "1"))
        wait_until(lambda: self.ask(lambda dask_scheduler: len(dask_scheduler.workers)) == count)

    def lose_worker(self) -> None:
        worker = self.workers.pop()
        worker.send_signal(signal.SIGKILL)
        worker.wait()

    def ask(self, question: Callable[..., int]) -> int:
        """What a function finds out in the scheduler."""
        with distributed.Client(
            scheduler_file=str(self.folder / "scheduler.json"), set_as_default=False
        ) as client:
            answer: int = client.run_on_scheduler(question)
            return answer

    @contextmanager
    def when_busy(self, act: Callable[[], None]) -> Iterator[None]:
        """Do something as soon as a worker has a notebook."""

        def wait_and_act() -> None:
            wait_until(lambda: self.ask(lambda dask_scheduler: len(dask_scheduler.tasks)) > 0)
            time.sleep(0.3)
            act()

        thread = threading.Thread(target=wait_and_act)
        thread.start()
        yield
        thread.join()

    def notebooks_of_each_worker(self) -> list[int]:
        with distributed.Client(self.address, set_as_default=False) as client:
            return list(client.run(lambda dask_worker: dask_worker.state.executed_count).values())

    def retries(self) -> int:
        return self.ask(
            lambda dask_scheduler: sum(
                prefix.suspicious for prefix in dask_scheduler.task_prefixes.values()
            )
        )

    @contextmanager
    def blaming_at_once(self) -> Iterator[None]:
        """Blame a notebook for the first worker that it loses, not for the fourth."""
        self.ask(lambda dask_scheduler: setattr(dask_scheduler, "allowed_failures", 0) or 0)
        yield
        self.ask(lambda dask_scheduler: setattr(dask_scheduler, "allowed_failures", 3) or 0)

    def close(self) -> None:
        for process in (self.scheduler, *self.workers):
            process.kill()
            process.wait()

    def _start(self, program: str, *arguments: str) -> subprocess.Popen[bytes]:
        with (self.folder / "log.txt").open("ab") as log:
            return subprocess.Popen(
                [sys.executable, "-c", f"{program}main; main()", "--no-dashboard", *arguments],
                cwd=self.folder,
                # What a killed one leaves is removed with the test's folder.
                env={**os.environ, "TMPDIR": str(self.folder)},
                stdout=log,
                stderr=log,
            )


def wait_until(holds: Callable[[], bool]) -> None:
    give_up_at = time.monotonic() + STARTS_WITHIN
    while not holds():
        assert time.monotonic() < give_up_at
        time.sleep(0.1)


@pytest.fixture(scope="module")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    cluster = Cluster(tmp_path_factory.mktemp("cluster"))
    yield cluster
    cluster.close()


@pytest.fixture(scope="module")
def mode(launcher: Launcher) -> Mode:
    """Isolated, where this system can."""
    probe = launcher.launch(None, 10)
    probe.close()
    return "none" if probe.isolation.gaps else "auto"


@dataclass
class Classroom:
    """A class whose lesson 08 is graded."""

    folder: Path
    mode: Mode

    def hand_in(self, student: str, *cells: str) -> Path:
        return write_notebook(self.folder / student / LESSON, *cells)

    def grade(
        self, crew: Crew, report: Callable[[Progress], None] = lambda progress: None
    ) -> dict[str, GradedStudent]:
        """Grade all of it anew."""
        order = Order((EXERCISES["08-train-linear"],), mode=self.mode, regrade=True)
        with Store(self.folder.with_name("out") / "gradebook.sqlite") as store:
            students = list_students(self.folder)
            progress = class_run.grade_class(self.folder, students, store, crew, order, report)
            assert (progress.done, progress.graded) == (len(students), len(students))
            return {graded.student: graded for graded in store.students()}


@pytest.fixture
def room(class_folder: Path, mode: Mode) -> Classroom:
    return Classroom(class_folder, mode)


def verdicts(graded: dict[str, GradedStudent]) -> dict[str, list[str]]:
    """Every verdict that there is of each student: one, where nothing is doubled."""
    return {name: [each.kind for each in graded[name].judgements] for name in graded}


@pytest.mark.slow
def test_a_cluster_comes_to_the_verdicts_of_a_local_run(
    cluster: Cluster, room: Classroom, launcher: Launcher
) -> None:
    for number in range(6):
        room.hand_in(f"right-{number}", SLOW, RIGHT)
    room.hand_in("wrong", WRONG)
    room.hand_in("raises", "def train(*_):\n    raise ValueError('\\udcff ŷ')")
    room.hand_in("not-a-number", "def train(x, y, w, lr, epochs):\n    return [float('nan')] * 9")
    room.hand_in("reads", "from helpers import lr", RIGHT)
    (room.folder / "reads" / "helpers.py").write_text("lr = 1")
    room.hand_in("loses", "from helpers import lr", RIGHT.replace("def train", "def tarin"))
    cluster.have(2)
    with ClusterCrew(cluster.address, room.mode) as crew:
        on_cluster = room.grade(crew)
    assert min(cluster.notebooks_of_each_worker()) > 2
    with LocalCrew(launcher, 2, room.mode) as crew:
        here = room.grade(crew)
    # Compared as texts: a number that is none equals nothing, not even itself.
    assert repr(on_cluster) == repr(here)
    assert verdicts(here)["reads"] == ["pass"]


@pytest.mark.slow
def test_a_worker_lost_in_the_middle_costs_a_retry_and_no_result(
    cluster: Cluster, room: Classroom
) -> None:
    for number in range(12):
        room.hand_in(f"student-{number:02}", SLOW, RIGHT if number % 2 else WRONG)
    cluster.have(2)

    def lose_one(progress: Progress) -> None:
        if progress.graded == 3 and len(cluster.workers) == 2:
            cluster.lose_worker()

    with ClusterCrew(cluster.address, room.mode) as crew:
        graded = room.grade(crew, lose_one)
    assert verdicts(graded) == {
        f"student-{number:02}": ["pass" if number % 2 else "wrong"] for number in range(12)
    }
    assert cluster.retries() > 0


@pytest.mark.slow
def test_a_stopped_run_leaves_the_cluster_without_a_word(
    cluster: Cluster, room: Classroom, capfd: pytest.CaptureFixture[str]
) -> None:
    for number in range(9):
        room.hand_in(f"student-{number}", SLOW, RIGHT)
    cluster.have(1)

    def stop(progress: Progress) -> None:
        if progress.graded == 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt), ClusterCrew(cluster.address, room.mode) as crew:
        room.grade(crew, stop)
    wait_until(lambda: not cluster.ask(lambda dask_scheduler: len(dask_scheduler.tasks)))
    assert capfd.readouterr().err == ""


@pytest.mark.slow
def test_a_notebook_that_ends_its_workers_costs_one_verdict(
    cluster: Cluster, room: Classroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No student's code can do that, but what it makes the system do might."""
    answer = encode_graded(notebook(right()))

    def by_value() -> Callable[[bytes], bytes]:
        def deadly_or_right(message: bytes) -> bytes:
            import os
            import zlib

            if b'"deadly"' in zlib.decompress(message):
                os.kill(os.getpid(), 9)
            return answer

        return deadly_or_right

    monkeypatch.setattr(cluster_module, "_by_value", by_value)
    room.hand_in("eve", "deadly", RIGHT)
    for name in ("ada", "grace", "mary"):
        room.hand_in(name, RIGHT)
    cluster.have(3)
    with cluster.blaming_at_once(), ClusterCrew(cluster.address, room.mode) as crew:
        graded = room.grade(crew)
    assert [each.poll() is None for each in cluster.workers].count(True) == 1
    cluster.workers = [each for each in cluster.workers if each.poll() is None]
    assert verdicts(graded) == {
        "ada": ["pass"],
        "eve": ["invalid"],
        "grace": ["pass"],
        "mary": ["pass"],
    }
    assert "the cluster lost the worker that ran it" in render(graded["eve"].judgements[0]).plain()


@pytest.mark.slow
def test_what_judges_otherwise_is_refused(
    cluster: Cluster, room: Classroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    room.hand_in("ada", RIGHT)
    cluster.have(1)
    monkeypatch.setattr("leadin.gradebook.fingerprint.judging_code", lambda: "0123456789abcdef")
    with (
        ClusterCrew(cluster.address, room.mode) as crew,
        pytest.raises(
            CannotGradeError, match=r"^worker .*has leadin .* machine leadin .*0123456789ab\)"
        ),
    ):
        room.grade(crew)


@pytest.mark.slow
def test_a_worker_that_lacks_leadin_ends_the_run(
    cluster: Cluster, room: Classroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    def by_value() -> Callable[[bytes], bytes]:
        def lacking(message: bytes) -> bytes:
            raise ModuleNotFoundError(name="leadin")

        return lacking

    monkeypatch.setattr(cluster_module, "_by_value", by_value)
    room.hand_in("ada", RIGHT)
    cluster.have(1)
    with (
        ClusterCrew(cluster.address, room.mode) as crew,
        pytest.raises(CannotGradeError, match="can't run leadin: has no leadin; install"),
    ):
        room.grade(crew)


@dataclass
class Command:
    """`leadin gradebook` with a cluster's address."""

    folder: Path

    def says(self, address: str) -> str:
        result = CliRunner().invoke(main, ["gradebook", str(self.folder), "--cluster", address])
        assert (result.exit_code, result.output.count("\n")) == (2, 1)
        return result.output


@pytest.fixture
def command(class_folder: Path, monkeypatch: pytest.MonkeyPatch) -> Command:
    monkeypatch.setattr(cluster_module, "CONNECTS_WITHIN", 0.5)
    write_notebook(class_folder / "ada" / LESSON, RIGHT)
    return Command(class_folder)


@pytest.mark.parametrize("address", ["tcp://127.0.0.1:1", "nonsense", "tls://127.0.0.1:1"])
def test_no_scheduler_is_said_in_a_line(command: Command, address: str) -> None:
    assert f"leadin: no Dask scheduler answers at {address}: " in command.says(address)


def test_no_dask_is_said_in_a_line(command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "leadin.gradebook.cluster")
    monkeypatch.setitem(sys.modules, "distributed", None)
    assert "install it with `pip install distributed`" in command.says("tcp://127.0.0.1:1")


@pytest.mark.slow
def test_a_cluster_that_loses_its_last_worker_is_given_up(
    cluster: Cluster, room: Classroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cluster_module, "RECOVERS_WITHIN", 0.5)
    room.hand_in("ada", "import time; time.sleep(9)", RIGHT)
    cluster.have(1)
    with (
        cluster.when_busy(cluster.lose_worker),
        ClusterCrew(cluster.address, room.mode) as crew,
        pytest.raises(CannotGradeError, match="has no workers any more; the results so far"),
    ):
        room.grade(crew)


@pytest.mark.slow
def test_no_workers_are_said_in_a_line(cluster: Cluster, command: Command) -> None:
    cluster.have(0)
    assert f"has no workers: start some with `dask worker {cluster.address}`" in command.says(
        cluster.address
    )


@pytest.mark.slow
def test_a_scheduler_that_is_lost_ends_the_run(cluster: Cluster, room: Classroom) -> None:
    room.hand_in("ada", "import time; time.sleep(9)", RIGHT)
    cluster.have(1)
    with (
        cluster.when_busy(cluster.scheduler.kill),
        ClusterCrew(cluster.address, room.mode) as crew,
        pytest.raises(CannotGradeError, match=r"connection to the cluster .* was lost; the res"),
    ):
        room.grade(crew)
