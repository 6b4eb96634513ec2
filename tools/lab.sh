#!/bin/sh
# Open JupyterLab on the lessons: on a desktop, without a display, or in a container as root.
# Arguments are passed on to JupyterLab.
set -eu
cd "$(dirname "$0")/.."

# The root is the whole repository, so that lessons can show ../pics. The two LabApp lines keep
# JupyterLab from asking about news and from looking for updates.
set -- --ServerApp.root_dir="$(pwd -P)" --LabApp.default_url=/lab/tree/lessons \
    --LabApp.news_url=None --LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate "$@"

if [ "$(id -u)" -eq 0 ]; then
    set -- --allow-root "$@"
fi
if [ "$(uname -s)" = Linux ] && [ -z "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    set -- --no-browser "$@"
fi
# In a container, listen where a published port arrives; the token stays on.
if [ -e /.dockerenv ] || [ -e /run/.containerenv ]; then
    set -- --ip=0.0.0.0 "$@"
fi
exec .venv/bin/python -m jupyterlab "$@"
