"""Many threads share one warm process, and its loss costs none of them anything."""

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest

from leadin.running.launcher import LauncherLostError, LaunchError
from leadin.running.warm import client
from leadin.running.warm.client import WarmLauncher

THREADS = 8


class FakeServer:
    """A warm process that is lost from the start, if it is among the first ones."""

    started: list["FakeServer"]
    lost: int
    all_have_asked: Callable[[], object]

    def __init__(self, isolated: bool) -> None:
        self.number = len(self.started)
        self.is_closed = False
        self.started.append(self)

    def ask(self) -> "FakeServer":
        if self.number < self.lost:
            FakeServer.all_have_asked()
            raise client._ServerLostError
        assert not self.is_closed
        return self

    def close(self) -> None:
        self.is_closed = True


@pytest.fixture
def launcher(monkeypatch: pytest.MonkeyPatch) -> WarmLauncher:
    """A launcher whose first warm process is lost; a worker is just the process it came from."""
    FakeServer.started, FakeServer.lost = [], 1
    FakeServer.all_have_asked = lambda: None
    monkeypatch.setattr(client, "_Server", FakeServer)
    monkeypatch.setattr(client, "ForkedWorker", lambda server, *_: server.ask())
    return WarmLauncher(isolated=True)


def test_a_warm_process_that_many_threads_find_lost_is_replaced_once(
    launcher: WarmLauncher,
) -> None:
    FakeServer.all_have_asked = threading.Barrier(THREADS, timeout=30).wait
    with ThreadPoolExecutor(THREADS) as pool:
        workers = list(pool.map(lambda _: launcher.launch(None, 1), range(THREADS)))
    first, second = FakeServer.started
    assert first.is_closed
    assert workers == [second] * THREADS


def test_a_warm_process_that_is_lost_again_is_said_to_be(launcher: WarmLauncher) -> None:
    FakeServer.lost = 2
    with pytest.raises(LauncherLostError):
        launcher.launch(None, 1)


def test_a_closed_launcher_starts_nothing(launcher: WarmLauncher) -> None:
    launcher.warm_up()
    launcher.close()
    with pytest.raises(LaunchError, match="closed"):
        launcher.launch(None, 1)
    assert [server.is_closed for server in FakeServer.started] == [True]
