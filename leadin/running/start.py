"""The best launcher for this system."""

import sys

from leadin.running.launcher import Launcher, Mode
from leadin.running.spawned import SpawnLauncher
from leadin.running.warm.client import WarmLauncher

#: Systems on which a process with torch in it can be forked. Not macOS: Apple's libraries that
#: torch calls there (Accelerate, dispatch queues) don't promise to work in a forked process.
_FORKING = ("linux",)


def open_launcher(mode: Mode = "auto") -> Launcher:
    """Choose how notebooks' processes are started; none is, before the first is needed."""
    if sys.platform in _FORKING:
        return WarmLauncher(isolated=mode == "auto")
    return SpawnLauncher()
