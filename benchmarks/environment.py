"""Where the benchmarks run."""

import json
import os
import platform
import subprocess
import sys
from pathlib import Path

from benchmarks.notebooks import ROOT

_OWN = ROOT / "benchmarks" / ".venv" / "bin" / "python"

#: The interpreter that has every grader: that of benchmarks/.venv, or the one that runs this.
PYTHON = _OWN if _OWN.exists() else Path(sys.executable)

_PACKAGES = ("leadin", "torch", "nbgrader", "otter-grader", "nbclient", "ipykernel")


def describe(python: Path) -> dict[str, object]:
    """What a measurement is worth nothing without.

    Args:
        python: an interpreter that has every grader.
    """
    code = (
        "import json, sys; from importlib.metadata import version;"
        "print(json.dumps({name: version(name) for name in sys.argv[1:]}))"
    )
    said = subprocess.run([python, "-c", code, *_PACKAGES], check=True, capture_output=True)
    return {
        "system": platform.platform(),
        "processors": os.cpu_count(),
        "python": platform.python_version(),
        "packages": json.loads(said.stdout),
    }
