"""Who runs notebooks: the workers of a Dask cluster. Needs the extra `leadin[cluster]`.

A worker that is lost costs a retry: Dask gives what it ran, or has not handed over yet, to another.
"""

import asyncio
import logging
import threading
import time
from collections.abc import Callable
from concurrent.futures import CancelledError, Future
from contextlib import suppress
from pathlib import Path
from typing import Any, Self

from distributed import Client, KilledWorker

from leadin.gradebook.class_run import UnrunnableError, first_line
from leadin.gradebook.cluster_messages import (
    MAX_SENT,
    collect,
    decode_answer,
    encode_notebook,
)
from leadin.judging import Reason
from leadin.running.grade import CannotGradeError, GradedNotebook, Task
from leadin.running.launcher import Mode
from leadin.running.walk import Settings

#: Seconds to wait for the scheduler to answer, and for a first worker.
CONNECTS_WITHIN = 10.0
#: Seconds to wait for a new worker when all are lost.
RECOVERS_WITHIN = 60.0
#: Seconds between two looks at the cluster's size.
_LOOKS_EVERY = 2.0
#: Notebooks on their way for each thread of the cluster.
_AHEAD = 4


class ClusterCrew:
    """The workers that a scheduler knows, however many they are at a time.

    Used as a context manager. Whoever runs the scheduler is trusted: Dask lets it run code here.

    Attributes:
        size: how many notebooks to hand over at once.
    """

    def __init__(self, address: str, mode: Mode) -> None:
        """Connect to nothing yet.

        Args:
            address: the scheduler's, such as `tcp://host:8786`; for `tls://`, Dask's own
                configuration says which certificates to use.
            mode: with `auto`, no student code runs in a process that is not isolated.
        """
        self.size = 1
        self._address = address
        self._mode = mode
        self._running: set[asyncio.Task[Any]] = set()
        self._gave_up = ""
        self._suspects = asyncio.Lock()
        self._end = asyncio.Event()
        self._beside: tuple[Path | None, dict[str, bytes]] = (None, {})

    def __enter__(self) -> Self:
        # All that it has to tell becomes an exception here, in a line.
        logging.getLogger("distributed.client").setLevel(logging.CRITICAL)
        started: Future[asyncio.AbstractEventLoop] = Future()
        # A daemon, so that the process can end while a connection is waited for.
        self._thread = threading.Thread(target=asyncio.run, args=[self._live(started)], daemon=True)
        self._thread.start()
        self._loop = started.result()
        return self

    def __exit__(self, *_exception: object) -> None:
        self._loop.call_soon_threadsafe(self._end.set)
        self._thread.join()

    def submit(self, task: Task, settings: Settings) -> Future[GradedNotebook]:
        """Send a notebook on its way."""
        try:
            message = self._encode(task, settings)
        except Exception as error:
            future: Future[GradedNotebook] = Future()
            future.set_exception(error)
            return future
        return asyncio.run_coroutine_threadsafe(self._grade(message, task, settings), self._loop)

    def stop(self) -> None:
        """Take back what no worker has begun. What one has begun ends within its time limits."""
        self._loop.call_soon_threadsafe(self._drop_all)

    def _encode(self, task: Task, settings: Settings) -> bytes:
        assert task.submission is not None
        folder = task.submission.folder
        # A student's notebooks come one after the other: one folder is all to remember.
        if folder is not None and folder != self._beside[0]:
            self._beside = (folder, collect(folder, MAX_SENT))
        files = None if folder is None else self._beside[1]
        return encode_notebook(task, files, settings, self._mode)

    # From here on, all runs in the thread, in one loop.

    async def _live(self, started: Future[asyncio.AbstractEventLoop]) -> None:
        try:
            self._client = await self._connect()
            await self._wait_for_a_worker()
        except Exception as error:
            started.set_exception(error)
            return
        watch = asyncio.create_task(self._watch_cluster())
        started.set_result(asyncio.get_running_loop())
        await self._end.wait()
        watch.cancel()
        self._drop_all()
        with suppress(OSError):  # there may be no connection any more
            await self._client.close()

    async def _connect(self) -> Client:
        client = Client(
            self._address, timeout=CONNECTS_WITHIN, set_as_default=False, asynchronous=True
        )
        try:
            await client
        except Exception as error:  # whatever an address or a certificate makes Dask stumble over
            await client.close()
            raise CannotGradeError(
                f"no Dask scheduler answers at {self._address}: {first_line(error)}"
            ) from error
        return client

    async def _grade(self, message: bytes, task: Task, settings: Settings) -> GradedNotebook:
        me = asyncio.current_task()
        assert me is not None
        self._running.add(me)
        try:
            return decode_answer(await self._answer(message), task, settings)
        except asyncio.CancelledError:
            if self._gave_up:
                raise CannotGradeError(self._gave_up) from None
            raise
        finally:
            self._running.discard(me)

    async def _answer(self, message: bytes) -> object:
        """What a worker makes of a message.

        Raises:
            UnrunnableError: too many workers were lost over it.
        """
        with suppress(KilledWorker):
            return await self._send(message)
        # Dask blames everything that the lost workers had, and may put the same together each
        # time. Sent one by one, the suspects show which of them it was.
        async with self._suspects:
            try:
                return await self._send(message)
            except KilledWorker as error:
                raise UnrunnableError(Reason("cluster_lost_workers")) from error

    async def _send(self, message: bytes) -> object:
        try:
            sent = self._client.submit(_by_value(), message, pure=False)
            gathering = asyncio.ensure_future(self._client.gather([sent]))
            # Broken off in the middle, Dask complains on standard error. So it goes on, and ends
            # with the client.
            gathering.add_done_callback(lambda done: done.cancelled() or done.exception())
            (answer,) = await asyncio.shield(gathering)
        except KilledWorker:
            raise
        except Exception as error:
            raise self._explained(error) from error
        return answer

    def _explained(self, error: Exception) -> Exception:
        """What stands behind an error of Dask's: what a worker calls raises none itself."""
        if isinstance(error, CancelledError) or self._client.status != "running":
            return CannotGradeError(
                f"the connection to the cluster at {self._address} was lost; the results so far "
                "are kept, call this again to go on"
            )
        if isinstance(error, OSError):
            return UnrunnableError(Reason("cluster_lost_answer", {"error": first_line(error)}))
        reason = f"has no {error.name}" if isinstance(error, ImportError) else first_line(error)
        return CannotGradeError(
            f"a worker of the cluster at {self._address} can't run leadin: {reason}; install "
            "leadin there as it is here"
        )

    async def _wait_for_a_worker(self) -> None:
        give_up_at = time.monotonic() + CONNECTS_WITHIN
        while not await self._look():
            if time.monotonic() > give_up_at:
                await self._client.close()
                raise CannotGradeError(
                    f"the cluster at {self._address} has no workers: start some with "
                    f"`dask worker {self._address}`"
                )
            await asyncio.sleep(_LOOKS_EVERY / 10)

    async def _look(self) -> int:
        """Note how large the cluster is; its threads."""
        threads: int = sum((await self._client.nthreads()).values())
        if threads:
            self.size = _AHEAD * threads
        return threads

    async def _watch_cluster(self) -> None:
        """Follow the cluster's size; give up when it has no workers any more."""
        seen = time.monotonic()
        while True:
            await asyncio.sleep(_LOOKS_EVERY)
            with suppress(Exception):  # whatever a lost connection makes Dask stumble over
                if await asyncio.wait_for(self._look(), CONNECTS_WITHIN):
                    seen = time.monotonic()
            if time.monotonic() - seen > RECOVERS_WITHIN:
                self._gave_up = (
                    f"the cluster at {self._address} has no workers any more; the results so far "
                    "are kept, start new workers and call this again to go on"
                )
                self._drop_all()

    def _drop_all(self) -> None:
        for task in self._running:
            task.cancel()


def _by_value() -> Callable[[bytes], bytes]:
    """What a worker calls.

    A function within a function travels as code, not as the name of a module: so the scheduler,
    which unpacks it too, needs no leadin.
    """

    def leadin_notebook(message: bytes) -> bytes:
        from leadin.gradebook.cluster_worker import grade

        return grade(message)

    return leadin_notebook
