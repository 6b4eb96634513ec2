#!/bin/sh
# Make, update or mend .venv, needing nothing but a Python. `make` runs this before everything else,
# so it must be quick when there is nothing to do, and must say in one line what stands in its way.
set -eu
cd "$(dirname "$0")/.."

oldest=3.11 newest=3.14 # what constraints.txt was resolved for
venv=.venv
log=$venv/setup.log
export PIP_USER=0 PIP_NO_INPUT=1 PIP_DISABLE_PIP_VERSION_CHECK=1

step() { echo "setup: $*"; }

fail() {
    echo "setup: $*" >&2
    exit 1
}

# Also runs on a Python too old for the course, and prints nothing where there is none.
version_of() {
    "$1" -c 'import sys; print("%d.%d" % sys.version_info[:2])' 2>/dev/null || true
}

is_supported() {
    case $1 in
    3.*) [ "${1#3.}" -ge "${oldest#3.}" ] && [ "${1#3.}" -le "${newest#3.}" ] ;;
    *) return 1 ;;
    esac
}

# Set `python` and `version`: $PYTHON alone where it is given, else the first that will do.
find_python() {
    unfit=
    for python in ${PYTHON:-python3 python3.14 python3.13 python3.12 python3.11 python}; do
        version=$(version_of "$python")
        if is_supported "$version"; then
            return
        fi
        if [ -n "$version" ] && [ -z "$unfit" ]; then
            unfit="$python is Python $version"
        fi
    done
    fail "${unfit:-no ${PYTHON:-Python} found}; install Python $oldest to $newest," \
        "or name one with: make setup PYTHON=/path/to/python3"
}

# What .venv was made from; it is up to date when this has not changed since.
fingerprint() { cksum pyproject.toml constraints.txt tools/setup.sh; }

# A .venv that was moved or copied still starts, but its scripts call the old place.
is_sound() {
    [ ! -e $venv/unfinished ] &&
        is_supported "$(version_of $venv/bin/python)" &&
        grep -qF "$(pwd -P)/$venv" $venv/bin/activate &&
        [ -x $venv/bin/pip ]
}

make_venv() {
    find_python
    "$python" -c 'import ensurepip, venv' 2>/dev/null ||
        fail "$python has no venv module; on Debian and Ubuntu: apt-get install python$version-venv"
    step "making $venv with Python $version"
    rm -rf $venv
    mkdir $venv
    : >$venv/unfinished # before anything that Ctrl-C could leave half done
    "$python" -m venv $venv >>$log 2>&1 || fail "$python could not make $venv; $log says why"
}

# Run an installer quietly; what it says goes to the log.
install() { # WHAT COMMAND...
    what=$1
    shift
    said_before=$(wc -l <$log)
    "$@" >>$log 2>&1 && return
    if tail -n "+$((said_before + 1))" $log |
        grep -qE 'Retrying \(|from versions: none|[Tt]imed out|ProxyError'; then
        fail "no network: $what could not be downloaded; go online, or set https_proxy," \
            "and run this again ($log has the details)"
    fi
    fail "$what could not be installed; the end of $log says why"
}

pinned() { sed -n "s/^\($1==[^ ]*\).*/\1/p" constraints.txt; }

pip_install() { $venv/bin/python -m pip install --retries 2 "$@"; }

# On Linux the plain wheel is a CUDA build of some 3 GB. uv knows where PyTorch keeps the CPU builds.
install_torch() {
    if [ "$(uname -s)" = Linux ]; then
        UV_HTTP_RETRIES=1 $venv/bin/uv pip install --python $venv/bin/python \
            --torch-backend cpu --no-deps "$1" >>$log 2>&1 && return
        step "the CPU build is out of reach; taking the $1 that pip finds, maybe 3 GB"
    fi
    install torch pip_install --no-deps "$1"
}

if is_sound && [ "$(cat $venv/ready 2>/dev/null)" = "$(fingerprint)" ]; then
    exit
fi
is_sound || make_venv
: >$venv/unfinished
: >$log
rm -f $venv/ready

step "installing the installers"
for tool in uv setuptools; do
    install $tool pip_install --no-deps "$(pinned $tool)"
done

torch=$(pinned torch)
step "installing $torch (CPU build), some 200 MB"
install_torch "$torch"

step "installing JupyterLab and the rest"
install "a package" pip_install --no-build-isolation -c constraints.txt -e '.[lab,dev]'

fingerprint >$venv/ready
rm $venv/unfinished
step "done"
