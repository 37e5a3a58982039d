#!/bin/sh
# setup.sh VENV LOCK: makes the virtual environment VENV, installs what LOCK pins (wheels only, hashes checked), then
# Dateline itself, editable. Called by make; safe to run again.
set -eu
venv=$1
lock=$2

fits() {
    command -v "$1" >/dev/null 2>&1 && "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null
}

find_python() {
    for python in "${PYTHON:-python3}" python3.11 python3.12 python3.13 python3.14; do
        if fits "$python"; then
            echo "$python"
            return
        fi
    done
    echo "error: no Python 3.11 or newer found (looked for ${PYTHON:-python3}, python3.11 to python3.14)." >&2
    echo "On Debian: apt install python3 python3-venv. Or name one: PYTHON=/path/to/python3 make demo" >&2
    exit 2
}

if ! fits "$venv/bin/python"; then
    python=$(find_python)
    echo "Making $venv with $("$python" --version)"
    if ! "$python" -m venv --clear "$venv"; then
        echo "error: '$python -m venv' failed. On Debian it needs a package of its own: apt install python3-venv" >&2
        rm -rf "$venv"
        exit 2
    fi
fi

echo "Installing what $lock pins (the first time about 140 MB to fetch)"
"$venv/bin/python" -m pip install -qq --disable-pip-version-check --no-input \
    --only-binary :all: --require-hashes --requirement "$lock"
"$venv/bin/python" -m pip install -qq --disable-pip-version-check --no-input \
    --no-deps --no-build-isolation --no-index --editable .
