"""The warm process: `python -m leadin.running.warm.server FD HOME MODE`.

It has imported what notebooks import, and forks one process for each. It never runs a student's
code itself and has one thread only, so that what is forked is whole. It knows no right answer.

Spoken over the socket FD, one request at a time, as lines of JSON: `{"launch": {"folder": f,
"cpu_seconds": n}}` with two descriptors (requests, replies) is answered by `{"pid": p}`;
`{"poll": p}` and `{"stop": p}` by `{"code": c}`, null while it runs. What can't be done is answered
by `{"failed": "why"}`. When the socket closes, all ends.
"""

import gc
import importlib
import itertools
import json
import os
import shutil
import signal
import socket
import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path
from typing import Any, NoReturn

from leadin.running.isolation import kernel
from leadin.running.isolation.confine import confine
from leadin.running.isolation.grounds import prepare
from leadin.running.isolation.limits import SCRATCH, SCRATCH_FILES
from leadin.running.launcher import HOMES
from leadin.running.protocol import encode

#: Seconds between two looks at the scratch folders that the kernel does not limit.
_WATCH = 0.2
#: Bytes of a request; the longest has a path in it.
MAX_REQUEST = 65_536
#: What a notebook imports, or has imported for it by its first plot. Of leadin all that it may use:
#: an isolated process can't read the package.
_WARM = (
    "leadin.graph",
    "matplotlib.pyplot",
    "matplotlib.backends.backend_agg",
    "matplotlib_inline.backend_inline",
    "numpy",
    "PIL.PngImagePlugin",
)
#: What an optimizer imports at its first step, and after how many processes it is imported here: it
#: takes as long as all of torch, and most notebooks have no optimizer.
_LATER, _MANY = "torch._dynamo", 8
#: The server never has more open: it closes what it is sent.
_MOST_DESCRIPTORS = 4096


class Server:
    """Keeps the processes that run.

    Attributes:
        control: the socket to the grader.
        home: a folder of its own.
        grounds: what isolates the processes; None where nothing does.
    """

    def __init__(self, control: socket.socket, home: Path, isolated: bool) -> None:
        self.control = control
        self.home = home
        self._launched = 0
        self._running: dict[int, Path] = {}
        self._ended: dict[int, int] = {}
        # First of all, while there is certainly but one thread.
        self.grounds = prepare(home) if isolated and kernel.is_supported() else None
        self._serve = _warm_up()

    def run(self) -> None:
        """Answer requests until the grader closes the socket."""
        answers: dict[str, Callable[[Any, list[int]], dict[str, Any]]] = {
            "launch": self._launch,
            "poll": lambda pid, _: {"code": self._poll(pid)},
            "stop": lambda pid, _: {"code": self._stop(pid)},
        }
        # Until here, what goes wrong is written to a file for the grader.
        os.dup2(1, 2)
        self.control.sendall(encode({"ready": True}))
        while data := self._next_request():
            line, descriptors = data
            ((name, argument),) = json.loads(line).items()
            try:
                answer = answers[name](argument, descriptors)
            except OSError as error:
                answer = {"failed": str(error)}
            finally:
                for descriptor in descriptors:
                    os.close(descriptor)
            self.control.sendall(encode(answer))
        for pid in list(self._running):
            self._stop(pid)
        self._remove_home()

    def _remove_home(self) -> None:
        """The grader does so too, unless it was killed."""
        if self.grounds and self.grounds.root:
            with suppress(OSError):
                kernel.unmount_lazily(str(self.grounds.root))
        shutil.rmtree(self.home, ignore_errors=True)

    def _next_request(self) -> tuple[bytes, list[int]] | None:
        while True:
            is_watching = self.grounds is None or self.grounds.root is None
            self.control.settimeout(_WATCH if is_watching and self._running else None)
            try:
                line, descriptors, _, _ = socket.recv_fds(self.control, MAX_REQUEST, 2)
            except TimeoutError:
                self._end_the_greedy()
            else:
                return (line, descriptors) if line else None

    def _launch(self, order: dict[str, Any], descriptors: list[int]) -> dict[str, Any]:
        self._launched += 1
        if self._launched > _MANY and _LATER not in sys.modules:
            importlib.import_module(_LATER)
            _keep_what_is_there()
        scratch = self.home / f"scratch-{self._launched}"
        scratch.mkdir()
        pid = os.fork() if self.grounds is None else self.grounds.processes.fork()
        if pid == 0:
            self._be_a_worker(order, scratch, *descriptors)
        self._running[pid] = scratch
        return {"pid": pid}

    def _be_a_worker(
        self, order: dict[str, Any], scratch: Path, requests: int, replies: int
    ) -> NoReturn:
        code = 70  # what a failure of our own ends with
        with suppress(BaseException):
            self._become_a_worker(order, scratch, requests, replies)
            code = 0
        os._exit(code)

    def _become_a_worker(
        self, order: dict[str, Any], scratch: Path, requests: int, replies: int
    ) -> None:
        os.setsid()
        _close_all_but({0, 1, 2, requests, replies})
        try:
            os.chdir(order["folder"] or scratch)
            if self.grounds is None:
                os.environ.update(dict.fromkeys(HOMES, str(scratch)))
                report = {}
            else:
                report = asdict(
                    confine(self.grounds, self._launched, order["cpu_seconds"], scratch)
                )
        except Exception as error:
            os.write(replies, encode({"failed": f"{type(error).__name__}: {error}"}))
            raise
        os.write(replies, encode({"isolation": report}))
        with os.fdopen(requests, "rb") as source, os.fdopen(replies, "wb") as sink:
            self._serve(source, sink)

    def _poll(self, pid: int) -> int | None:
        if pid in self._running and pid not in self._ended:
            done, status = os.waitpid(pid, os.WNOHANG)
            if done:
                self._ended[pid] = os.waitstatus_to_exitcode(status)
        return self._ended.get(pid)

    def _stop(self, pid: int) -> int | None:
        code = self._poll(pid)
        if code is None:
            with suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
            os.waitpid(pid, 0)
        # Without a namespace that ends with its first process, its group is what can be ended.
        with suppress(OSError):
            os.killpg(pid, signal.SIGKILL)
        shutil.rmtree(self._running.pop(pid), ignore_errors=True)
        self._ended.pop(pid, None)
        return code

    def _end_the_greedy(self) -> None:
        for pid, scratch in self._running.items():
            if self._poll(pid) is None and _is_too_large(scratch):
                os.kill(pid, signal.SIGKILL)


def _warm_up() -> Callable[..., None]:
    """Import what a notebook needs, and make the shell that each process gets a copy of."""
    for module in _WARM:
        importlib.import_module(module)
    import torch

    from leadin.running import worker

    torch.set_num_threads(1)
    shell = worker.start_shell()
    worker.run_cell(shell, "pass")
    _skip_layouts()

    def serve(requests: Any, replies: Any) -> None:
        sys.path.append(str(Path.cwd()))
        worker.serve(shell, requests, replies)

    _keep_what_is_there()
    return serve


def _keep_what_is_there() -> None:
    gc.collect()
    # Collecting it in a process would only copy its pages.
    gc.freeze()


def _skip_layouts() -> None:
    """Nobody sees a plot, so its parts need no places: finding them is most of its work."""
    from matplotlib.figure import Figure

    Figure.tight_layout = lambda *_arguments, **_options: None  # type: ignore[method-assign]


def _close_all_but(kept: set[int]) -> None:
    """Close what the server has open: its socket, and descriptors of other folders."""
    for low, high in itertools.pairwise([-1, *sorted(kept), _MOST_DESCRIPTORS]):
        if low + 1 < high:  # some Pythons take an empty range for an endless one
            os.closerange(low + 1, high)


def _is_too_large(folder: Path) -> bool:
    """Whether a folder holds more than a process may write."""
    size = count = 0
    for place, _, names in os.walk(folder):
        for name in names:
            with suppress(OSError):
                size += os.lstat(os.path.join(place, name)).st_blocks * 512
            count += 1
            if size > SCRATCH or count > SCRATCH_FILES:
                return True
    return False


def main() -> None:
    """Serve until the grader is gone."""
    descriptor, home, mode = sys.argv[1:]
    with socket.socket(fileno=int(descriptor)) as control:
        Server(control, Path(home), mode == "isolated").run()


if __name__ == "__main__":
    main()
