"""The grader's end of the warm process: see `server` for what is spoken."""

import json
import os
import socket
import subprocess
import sys
import tempfile
import threading
import time
from contextlib import suppress
from pathlib import Path
from typing import Any

from leadin.running.isolation.in_force import Isolation
from leadin.running.launcher import (
    Launcher,
    LauncherLostError,
    LaunchError,
    Lines,
    environment,
)
from leadin.running.protocol import decode, encode

#: Seconds that the warm process may take to import everything, on a very busy machine, and then
#: to fork and to isolate.
_STARTS_WITHIN = 300.0
_ANSWERS_WITHIN = 60.0


class WarmLauncher(Launcher):
    """Has one warm process, from the first need on, and starts another where that is lost."""

    def __init__(self, isolated: bool) -> None:
        self._isolated = isolated
        self._server: _Server | None = None
        self._is_closed = False
        self._lock = threading.Lock()

    def warm_up(self) -> None:
        """Start the warm process, without waiting for it."""
        self._server_but()

    def launch(self, folder: Path | None, cpu_seconds: int) -> "ForkedWorker":
        """Fork a worker and wait until it is isolated.

        Raises:
            LaunchError: the warm process can't be started, or the worker is not isolated as it
                should be.
        """
        server = self._server_but()
        try:
            return ForkedWorker(server, folder, cpu_seconds)
        except _ServerLostError:
            # It was lost before, which is no fault of this notebook's.
            server = self._server_but(lost=server)
        try:
            return ForkedWorker(server, folder, cpu_seconds)
        except _ServerLostError as error:
            raise LauncherLostError(f"the warm process ended: {error}") from None

    def close(self) -> None:
        """End the warm process, and with it every process that it has forked."""
        with self._lock:
            self._is_closed = True
            if self._server:
                self._server.close()
                self._server = None

    def _server_but(self, lost: "_Server | None" = None) -> "_Server":
        """The warm process; another one if it is still the one that was lost.

        Several threads see the same one lost, and all but the first find a new one here already.
        """
        with self._lock:
            if self._is_closed:
                raise LaunchError("the launcher is closed")
            if self._server and self._server is lost:
                self._server.close()
                self._server = None
            self._server = self._server or _Server(self._isolated)
            return self._server


class ForkedWorker:
    """A worker that the warm process has forked.

    Attributes:
        isolation: what is in force for it.
    """

    def __init__(self, server: "_Server", folder: Path | None, cpu_seconds: int) -> None:
        self._server = server
        requests, self._requests = os.pipe()
        replies_end, replies = os.pipe()
        self.lines = Lines(os.fdopen(replies_end, "rb"))
        # The warm process is elsewhere.
        where = folder and str(folder.absolute())
        order = {"folder": where, "cpu_seconds": cpu_seconds}
        try:
            self._pid = _fork(server, order, requests, replies)
        except BaseException:
            self._close_pipes()
            raise
        self.isolation = self._wait_for_isolation()

    def send(self, data: bytes) -> None:
        """Write to its pipe."""
        with suppress(OSError):
            view = memoryview(data)
            while view:
                view = view[os.write(self._requests, view) :]

    def exit_code(self, timeout: float) -> int | None:
        """How it ended, or None.

        Raises:
            LauncherLostError: the warm process has ended, and this one with it.
        """
        deadline = time.monotonic() + timeout
        while True:
            try:
                code: int | None = self._server.ask({"poll": self._pid})["code"]
            except _ServerLostError as error:
                raise LauncherLostError(f"the warm process ended: {error}") from None
            if code is not None or time.monotonic() > deadline:
                return code
            time.sleep(0.01)

    def close(self) -> None:
        """End it."""
        with suppress(_ServerLostError, LaunchError):  # without its parent it is gone as well
            self._server.ask({"stop": self._pid})
        self._close_pipes()

    def _close_pipes(self) -> None:
        os.close(self._requests)
        self.lines.close()

    def _wait_for_isolation(self) -> Isolation:
        """Its first line, which our code writes before any of the student's runs."""
        try:
            message = decode(self.lines.next(_ANSWERS_WITHIN) or b"{}")
        except TimeoutError:
            message = {"failed": "no answer"}
        if "isolation" in message:
            return Isolation.of(message["isolation"])
        self.close()
        raise LaunchError(f"a process could not be isolated: {message.get('failed', 'it ended')}")


def _fork(server: "_Server", order: dict[str, Any], requests: int, replies: int) -> int:
    """Hand two ends of pipes over; the process's id."""
    try:
        pid: int = server.ask({"launch": order}, [requests, replies])["pid"]
        return pid
    finally:
        os.close(requests)
        os.close(replies)


class _ServerLostError(Exception):
    """The warm process has ended, or does not answer."""


class _Server:
    """The warm process."""

    def __init__(self, isolated: bool) -> None:
        self._home = tempfile.TemporaryDirectory(prefix="leadin-warm-", ignore_cleanup_errors=True)
        # Its users own nothing, and must get through to their scratch folders.
        os.chmod(self._home.name, 0o711)
        self._errors = Path(self._home.name) / "errors.txt"
        self._control, theirs = socket.socketpair()
        mode = "isolated" if isolated else "open"
        arguments = [str(theirs.fileno()), self._home.name, mode]
        with theirs, self._errors.open("wb") as errors:
            self._process = subprocess.Popen(
                [sys.executable, "-I", "-m", "leadin.running.warm.server", *arguments],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=errors,
                cwd=self._home.name,
                env=environment(self._home.name),
                pass_fds=[theirs.fileno()],
                start_new_session=True,
            )
        self._lock = threading.Lock()
        self._is_ready = False

    def ask(self, request: dict[str, Any], descriptors: list[int] | None = None) -> dict[str, Any]:
        """Have a request answered.

        Raises:
            _ServerLostError: the process is gone.
            LaunchError: it can't do that.
        """
        with self._lock:
            try:
                if not self._is_ready:
                    self._receive(_STARTS_WITHIN)
                    self._is_ready = True
                socket.send_fds(self._control, [encode(request)], descriptors or [])
                answer = self._receive(_ANSWERS_WITHIN)
            except OSError as error:
                raise _ServerLostError(self._last_words() or str(error)) from None
        if "failed" in answer:
            raise LaunchError(f"no process can be started: {answer['failed']}")
        return answer

    def close(self) -> None:
        """End it, and with it every process that it has forked."""
        with suppress(OSError):
            self._control.close()
        try:
            self._process.wait(5)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._home.cleanup()

    def _receive(self, timeout: float) -> dict[str, Any]:
        self._control.settimeout(timeout)
        line = self._control.recv(4096)
        if not line:
            raise ConnectionResetError
        answer: dict[str, Any] = json.loads(line)
        return answer

    def _last_words(self) -> str:
        with suppress(OSError):
            lines = self._errors.read_text("utf-8", "replace").split("\n")
            return next((line for line in reversed(lines) if line.strip()), "")[:200]
        return ""
