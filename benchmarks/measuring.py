"""Running commands: how long they take, and how much memory."""

import os
import resource
import subprocess
import threading
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Self, TypeAlias

import psutil

#: Seconds between two looks at the memory.
_INTERVAL = 1.0


@dataclass(frozen=True)
class Command:
    """A command line and the folder that it is started in."""

    arguments: tuple[str, ...]
    folder: Path


#: Commands that are run one after the other.
Queue: TypeAlias = Sequence[Command]


@dataclass(frozen=True)
class Cost:
    """What a run took.

    Attributes:
        seconds: from start to end.
        cpu_seconds: processor time of all its processes together; other work on the machine
            changes it little.
        megabytes: the most memory that all its processes together had; pages that several of them
            share are counted once. None where the system does not tell.
        failed: the last words of a command that did not exit with 0, or that took too long.
    """

    seconds: float
    cpu_seconds: float
    megabytes: float | None
    failed: str = ""


def run(queues: Sequence[Queue], python: Path, time_limit: float) -> Cost:
    """Run queues of commands side by side.

    Args:
        queues: one for each processor that is to be used.
        python: interpreter whose programs the commands find.
        time_limit: seconds for one command; what still runs then is killed with all it started.
    """
    environment = {
        **os.environ,
        "PATH": f"{python.parent}{os.pathsep}{os.environ['PATH']}",
        # The tensors are tiny, and a second thread would only take the other one's processor.
        "OMP_NUM_THREADS": "1",
        "MPLBACKEND": "agg",
    }
    with _Memory() as memory, ThreadPoolExecutor(len(queues)) as pool:
        start, cpu_start = time.perf_counter(), _cpu_seconds()
        words = pool.map(lambda queue: _run_queue(queue, environment, time_limit), queues)
        failed = next(filter(None, list(words)), "")
        seconds, cpu_seconds = time.perf_counter() - start, _cpu_seconds() - cpu_start
    return Cost(seconds, cpu_seconds, memory.most, failed)


def _cpu_seconds() -> float:
    """Of every process that was started from here and has ended."""
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def _run_queue(queue: Queue, environment: dict[str, str], time_limit: float) -> str:
    failed = ""
    for command in queue:
        failed = failed or _run_command(command, environment, time_limit)
    return failed


def _run_command(command: Command, environment: dict[str, str], time_limit: float) -> str:
    with subprocess.Popen(
        command.arguments,
        cwd=command.folder,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        start_new_session=True,
    ) as process:
        try:
            said, _ = process.communicate(timeout=time_limit)
        except subprocess.TimeoutExpired:
            _kill(process.pid)
            return f"still ran after {time_limit:.0f} s"
    lines = said.decode("utf-8", "replace").strip().splitlines()
    return f"exit code {process.returncode}: {lines[-1:]}" if process.returncode else ""


def _kill(pid: int) -> None:
    """End a process and all that it has started: kernels have groups of their own."""
    with suppress(psutil.NoSuchProcess):
        root = psutil.Process(pid)
        for process in [*root.children(recursive=True), root]:
            with suppress(psutil.NoSuchProcess):
                process.kill()


class _Memory:
    """Watches what the processes started meanwhile have, as long as it is open.

    Attributes:
        most: megabytes at the worst moment.
    """

    def __init__(self) -> None:
        self.most: float | None = None
        self._is_over = threading.Event()
        self._watcher = threading.Thread(target=self._watch)

    def __enter__(self) -> Self:
        self._watcher.start()
        return self

    def __exit__(self, *_exception: object) -> None:
        self._is_over.set()
        self._watcher.join()

    def _watch(self) -> None:
        while not self._is_over.wait(_INTERVAL):
            processes = psutil.Process().children(recursive=True)
            sizes = [size for each in processes if (size := _size(each.pid)) is not None]
            if sizes:
                self.most = max(self.most or 0.0, sum(sizes))


def _size(pid: int) -> float | None:
    """Megabytes of a process, its part of shared pages included (Linux: "Pss")."""
    with suppress(OSError):
        for line in Path(f"/proc/{pid}/smaps_rollup").read_text("ascii").splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1]) / 1024
    return None
