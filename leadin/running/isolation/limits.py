"""Limits on what a process uses up (setrlimit)."""

import os
import resource
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

MEGABYTE = 1 << 20

#: Bytes that student code may use beyond what the warm process has already.
MEMORY = 2048 * MEGABYTE
#: Address space costs nothing by itself; threads reserve 8 MB each.
ADDRESSES = 4096 * MEGABYTE
#: Bytes of the scratch folder, and of one file.
SCRATCH = 64 * MEGABYTE
#: Files in the scratch folder.
SCRATCH_FILES = 4096
OPEN_FILES = 256
#: Threads, where the process has a user of its own.
THREADS = 128
STACK = 8 * MEGABYTE


@dataclass(frozen=True)
class Used:
    """What a process uses already.

    Attributes:
        addresses: bytes of address space.
        data: bytes of it that only this process writes.
    """

    addresses: int
    data: int


def used() -> Used:
    """What this process uses. Linux only.

    Raises:
        OSError: there is no /proc.
    """
    fields = Path("/proc/self/statm").read_text("ascii").split()
    page = resource.getpagesize()
    return Used(int(fields[0]) * page, int(fields[5]) * page)


def set_limits(already: Used, cpu_seconds: int, counts_threads: bool) -> None:
    """Limit this process for good.

    Args:
        already: what it uses now.
        cpu_seconds: processor time, of all threads together; a second later it is killed.
        counts_threads: whether its user has no other process, so that threads can be counted.

    Raises:
        OSError: the system refuses.
    """
    limits = {
        resource.RLIMIT_CPU: cpu_seconds,
        resource.RLIMIT_AS: already.addresses + ADDRESSES,
        resource.RLIMIT_DATA: already.data + MEMORY,
        resource.RLIMIT_FSIZE: SCRATCH,
        resource.RLIMIT_NOFILE: OPEN_FILES,
        resource.RLIMIT_CORE: 0,
        resource.RLIMIT_STACK: STACK,
        resource.RLIMIT_MEMLOCK: 0,
    }
    if counts_threads:
        limits[resource.RLIMIT_NPROC] = THREADS
    for limit, wanted in limits.items():
        _, hardest = resource.getrlimit(limit)
        value = wanted if hardest == resource.RLIM_INFINITY else min(wanted, hardest)
        # The kernel warns at the soft limit of CPU time, and kills at the hard one.
        hard = value + 1 if limit == resource.RLIMIT_CPU and value < hardest else value
        resource.setrlimit(limit, (value, hard))


def prefer_as_victim() -> None:
    """When memory runs out, let the kernel end this process rather than the grader."""
    with suppress(OSError):
        descriptor = os.open("/proc/self/oom_score_adj", os.O_WRONLY)
        try:
            os.write(descriptor, b"1000")
        finally:
            os.close(descriptor)
