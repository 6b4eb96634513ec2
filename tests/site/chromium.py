"""Start a Chromium, whichever there is. As a program: exit 0 where one starts, else 1."""

import shutil
import sys

from playwright.sync_api import Browser, Error, Playwright, sync_playwright

MISSING = (
    "no Chromium starts, so the reading site is not tested in a browser; "
    "install one (Debian: apt-get install chromium; elsewhere: playwright install chromium)"
)
#: The shell first: a browser without windows, which takes a fifth less time.
NAMES = (
    "chromium-headless-shell",
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
)
SETTINGS = [
    "--no-sandbox",  # which a container has not
    "--disable-gpu",
    "--disable-gpu-compositing",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-quic",
]


def start_chromium(playwright: Playwright) -> Browser | None:
    """Start the system's Chromium or Chrome, else the one that Playwright downloaded.

    A program of that name may be there and not start, such as Ubuntu's, which only names a snap.
    """
    found = filter(None, map(shutil.which, NAMES))
    for path in [*found, None]:
        try:
            return playwright.chromium.launch(executable_path=path, args=SETTINGS)
        except Error:
            continue
    return None


def main() -> int:
    with sync_playwright() as playwright:
        browser = start_chromium(playwright)
        if browser is None:
            return 1
        browser.close()
        return 0


if __name__ == "__main__":
    sys.exit(main())
