#!/bin/sh
# Find a Chromium for the tests of the reading site, or install one: as root on Debian by apt-get,
# else Playwright's own. Tried once for a .venv; `make browser` tries again. Without one those tests
# are skipped, so this never fails.
set -eu
cd "$(dirname "$0")/.."

log=.venv/browser.log

starts() { .venv/bin/python tests/site/chromium.py 2>/dev/null; }

by_apt() {
    [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null || return 1
    apt-get update -q || return 1
    # Older releases have no shell of its own.
    for browser in chromium-headless-shell chromium; do
        apt-get install -qy --no-install-recommends $browser fonts-dejavu-core && return
    done
    return 1
}

by_playwright() {
    .venv/bin/python -m playwright install --only-shell chromium
}

try() { # COMMAND
    "$1" </dev/null >>$log 2>&1 && starts
}

if starts; then
    exit
fi
if [ ! -e $log ]; then
    export DEBIAN_FRONTEND=noninteractive PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT=10000
    echo "browser: installing Chromium, to test the reading site in"
    if try by_apt || try by_playwright; then
        exit
    fi
fi
.venv/bin/python -c 'from tests.site.chromium import MISSING; print("browser:", MISSING)'
