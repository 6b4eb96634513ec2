#!/bin/sh
# Gradescope runs this once, as root, when it builds the image.
set -eu
autograder=${AUTOGRADER:-/autograder}

# The first that the image's system has.
apt-get update -q
for version in 3.14 3.13 3.12 3.11; do
    apt-get install -qy make "python$version-venv" && break
done

"python$version" -m zipfile -e "$autograder/source/leadin-lessons.zip" "$autograder"
make -C "$autograder/leadin-lessons" setup "PYTHON=python$version"
