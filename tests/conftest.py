"""What the tests of several rooms share."""

import os
from collections.abc import Iterator

import pytest

# As the grader runs answers: tensors are tiny, and pytest's processes would wait for each other.
# Read when torch is loaded, thus set before anything below does that.
os.environ["OMP_NUM_THREADS"] = "1"

from leadin.running.launcher import Launcher
from leadin.running.start import open_launcher


@pytest.fixture(scope="session")
def launcher() -> Iterator[Launcher]:
    """What starts the processes of notebooks: its own process takes seconds to start."""
    with open_launcher() as launcher:
        yield launcher


@pytest.hookimpl(tryfirst=True)  # xdist reads the groups in a hook of its own
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Keep a solution's cells together, which nbval runs in one kernel."""
    for item in items:
        if item.path.suffix == ".ipynb":
            item.add_marker(pytest.mark.xdist_group(item.path.stem))
