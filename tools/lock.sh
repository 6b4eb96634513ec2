#!/bin/sh
# Renew constraints.txt: one version of every package, for all platforms and all supported Pythons.
# torch keeps its pin. It is raised by hand, since the course prints its digits.
set -eu
cd "$(dirname "$0")/.."

new=$(mktemp)
trap 'rm -f "$new" "$new.torch"' EXIT
grep '^torch==' constraints.txt >"$new.torch"
cat >"$new" <<'EOF'
# What Leadin is tested with: one version of every package, on all platforms, Python 3.11 to 3.14.
# Renewed by `make lock`, never edited by hand, but for torch: raise its pin here, then `make lock`.
EOF
.venv/bin/uv pip compile --quiet --universal --fork-strategy fewest --python-version 3.11 \
    --all-extras --upgrade --no-header --no-annotate -c "$new.torch" pyproject.toml >>"$new"
cp "$new" constraints.txt
