#!/bin/sh
# Make benchmarks/.venv: Leadin beside the graders that it is measured against.
# PYTHON=/path/to/python3 picks the Python that it is made with.
set -eu
cd "$(dirname "$0")/.."

python=benchmarks/.venv/bin/python
export PIP_DISABLE_PIP_VERSION_CHECK=1

"${PYTHON:-python3}" -m venv --clear benchmarks/.venv
pip() { "$python" -m pip "$@"; }

pip install --quiet "$(sed -n 's/^\(uv==[^ ]*\).*/\1/p' constraints.txt)"
# As in tools/setup.sh: on Linux the plain wheel is a CUDA build, and uv knows where the others are.
torch=$(grep '^torch==' benchmarks/requirements.txt)
UV_HTTP_RETRIES=1 "$python" -m uv pip install --quiet --python "$python" \
    --torch-backend cpu --no-deps "$torch" 2>/dev/null ||
    pip install --quiet --no-deps "$torch"
pip install --quiet -r benchmarks/requirements.txt "$(grep '^setuptools==' constraints.txt)"
pip install --quiet --no-deps --no-build-isolation -e .
