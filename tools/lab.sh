#!/bin/sh
# Open JupyterLab on the lessons: on a desktop, without a display, or in a container as root.
# Arguments are passed on to JupyterLab.
set -eu
cd "$(dirname "$0")/.."

# Keep JupyterLab from asking about news and from looking for updates; users can still turn it on.
settings=.venv/share/jupyter/lab/settings
mkdir -p $settings
cat >$settings/overrides.json <<'END'
{"@jupyterlab/apputils-extension:notification": {"fetchNews": "false", "checkForUpdates": false}}
END

# The root is the whole repository, so that lessons can show ../pics.
set -- --ServerApp.root_dir="$(pwd -P)" --LabApp.default_url=/lab/tree/lessons "$@"

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
