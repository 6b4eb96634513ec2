"""What the tests of several rooms share."""

from collections.abc import Iterator

import pytest

from leadin.running.launcher import Launcher
from leadin.running.start import open_launcher


@pytest.fixture(scope="session")
def launcher() -> Iterator[Launcher]:
    """What starts the processes of notebooks: its own process takes seconds to start."""
    with open_launcher() as launcher:
        yield launcher
