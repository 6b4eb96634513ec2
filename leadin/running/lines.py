"""Lines from a process that may send none, or far too many."""

import queue
import threading
from contextlib import suppress
from typing import BinaryIO

from leadin.running.protocol import MAX_MESSAGE

#: Lines that are held before they are asked for; then the sender has to wait.
_HELD = 4
#: Seconds to wait for a killed process's line to break.
_BREAKS_WITHIN = 5.0


class Lines:
    """Reads ahead in a thread, because not every system can wait for a pipe with a time limit."""

    def __init__(self, stream: BinaryIO) -> None:
        """Start to read.

        Args:
            stream: read from here on, and closed in the end, by this object alone.
        """
        self._stream = stream
        self._lines: queue.Queue[bytes] = queue.Queue(_HELD)
        self._has_ended = False
        self._thread = threading.Thread(target=self._read, daemon=True)
        self._thread.start()

    def next(self, timeout: float) -> bytes:
        """The next line, cut when it is longer than any message; empty at the end.

        Args:
            timeout: seconds to wait.

        Raises:
            TimeoutError: none has come.
        """
        if self._has_ended:
            return b""
        try:
            line = self._lines.get(timeout=timeout)
        except queue.Empty:
            raise TimeoutError from None
        self._has_ended = not line
        return line

    def close(self) -> None:
        """Read no more. Whoever writes must have been ended."""
        with suppress(TimeoutError):
            while self.next(_BREAKS_WITHIN):
                pass
            self._thread.join()
            self._stream.close()

    def _read(self) -> None:
        with suppress(OSError, ValueError):
            while line := self._stream.readline(MAX_MESSAGE + 1):
                self._lines.put(line)
        self._lines.put(b"")
