"""Tests that share something costly, such as a browser, run in one process."""

import os

import pytest


@pytest.mark.xdist_group("kept-together")
@pytest.mark.skipif("PYTEST_XDIST_WORKER" not in os.environ, reason="there is one process anyway")
def test_the_scheduler_hears_of_a_group(request: pytest.FixtureRequest) -> None:
    """It reads the group off a test's id; where that is not written there, groups fall apart."""
    assert request.node.nodeid.endswith("@kept-together")
