"""The site and the browser, each made once for all tests that need them."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from leadin.authoring.site.site import build_site

if TYPE_CHECKING:
    from playwright.sync_api import Browser

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="package")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the site."""
    out = tmp_path_factory.mktemp("book") / "html"
    build_site(ROOT, out)
    return out


@pytest.fixture(scope="package")
def browser() -> Iterator["Browser"]:
    # Not for the session: as long as it runs, no other test may use asyncio.
    pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    from playwright.sync_api import sync_playwright

    from tests.site.chromium import MISSING, start_chromium

    with sync_playwright() as playwright:
        started = start_chromium(playwright)
        if started is None:
            pytest.skip(MISSING)
        yield started
        started.close()
