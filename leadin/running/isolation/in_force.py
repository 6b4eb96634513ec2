"""What was in force while student code ran, and what was not."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, fields
from typing import Any, Self


@dataclass(frozen=True)
class Isolation:
    """The mechanisms in force around a student's process.

    Attributes:
        namespaces: the kernel namespaces of its own, of `pid net ipc uts mount`.
        private_root: it sees a file system of its own that holds Python and its libraries, the
            notebook's folder (read-only) and a scratch folder, and nothing else.
        landlock: version of Landlock's ABI, 0 without. 1 (Linux 5.13) limits files, 4 (6.7) TCP,
            6 (6.12) signals and abstract sockets.
        seccomp: system calls that it has no use for are refused.
        unprivileged: it has no capabilities.
        own_user: it runs as a user that owns nothing.
        limits: CPU time, memory, file size and open files are limited.
        scratch: `tmpfs` (limited by the kernel), `watched` (ended when it grows too large) or ``.
    """

    namespaces: tuple[str, ...] = ()
    private_root: bool = False
    landlock: int = 0
    seccomp: bool = False
    unprivileged: bool = False
    own_user: bool = False
    limits: bool = False
    scratch: str = ""

    @classmethod
    def of(cls, plain: Mapping[str, Any]) -> Self:
        """From its fields as JSON gives them; without any, nothing is in force."""
        return cls(**{**plain, "namespaces": tuple(plain.get("namespaces", ()))})

    @property
    def gaps(self) -> tuple[str, ...]:
        """What student code could do all the same, in words; empty when it is isolated."""
        files = self.private_root or self.landlock
        open_ways = {
            "read and write files": files and self.unprivileged,
            "use the network": "net" in self.namespaces or self.seccomp,
            "signal other processes": (
                "pid" in self.namespaces or self.landlock >= 6 or self.seccomp
            ),
            "start processes": self.seccomp,
            "exhaust memory and disk": self.limits and self.scratch,
        }
        return tuple(way for way, is_closed in open_ways.items() if not is_closed)

    def __str__(self) -> str:
        parts = [
            self.namespaces and f"namespaces ({', '.join(self.namespaces)})",
            self.private_root and "own root",
            self.landlock and f"Landlock {self.landlock}",
            self.seccomp and "seccomp",
            self.own_user and "own user",
            self.unprivileged and "no capabilities",
            self.limits and "limits",
            self.scratch and f"scratch {self.scratch}",
        ]
        text = ", ".join(part for part in parts if part) or "none"
        return f"{text}; student code can {', '.join(self.gaps)}" if self.gaps else text

    def to_json(self) -> dict[str, Any]:
        """The fields, and the line that says them."""
        return {**asdict(self), "gaps": self.gaps, "description": str(self)}


def weakest(reports: Iterable[Isolation]) -> Isolation:
    """What was in force in every one of some runs.

    Args:
        reports: at least one.
    """
    first, *rest = reports
    for other in rest:
        common = {field.name: _lesser(first, other, field.name) for field in fields(Isolation)}
        first = Isolation(**common)
    return first


def _lesser(one: Isolation, other: Isolation, name: str) -> Any:
    if name == "namespaces":
        return tuple(each for each in one.namespaces if each in other.namespaces)
    if name == "scratch":
        kinds = {one.scratch, other.scratch}
        return "" if "" in kinds else "watched" if "watched" in kinds else "tmpfs"
    return min(getattr(one, name), getattr(other, name))
