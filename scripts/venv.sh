#!/bin/sh
# Builds .venv from a hashed lock, or leaves it alone where it is already right.
#
#   scripts/venv.sh run    what the core needs              (requirements/run.txt)
#   scripts/venv.sh web    the same, with the web application (requirements/web.txt)
#   scripts/venv.sh dev    the same, with tests and linters (requirements/dev.txt)
#
# A stamp inside .venv keeps what it was built from (folder, Python, lock), so that a
# second call costs milliseconds, and a moved folder or a changed lock is noticed.
# PYTHON=… chooses the interpreter. Needs nothing but a shell and Python with venv.
set -eu

cd "$(dirname "$0")/.."
kind=$1

say() { printf '%s\n' "$@" >&2; }

ask() { "$1" -c "$2" 2>/dev/null; }

# Prints the name of the first Python that is new enough and has venv, or says what to install.
# Of those that the locks are tried on the newest comes first: it is the quickest.
find_python() {
    old='' without=''
    for name in ${PYTHON:-python3.13 python3.12 python3 python3.11 python}; do
        version=$(ask "$name" 'import sys; print("%d.%d" % sys.version_info[:2])') || continue
        case $version in
            3.1[1-9]) ;;
            *) old="${old:+$old, }$name is $version"; continue ;;
        esac
        # Debian keeps the part of venv that brings pip in a package of its own.
        if ask "$name" 'import ensurepip, venv'; then
            printf '%s\n' "$name"
            return
        fi
        without=${without:-$version}
    done
    if [ -n "$without" ]; then
        say "Python $without is here, but its venv is not; Debian and Ubuntu keep it in a package of its own." \
            "Install it and try again: apt install python3-venv (or python$without-venv)"
    elif [ -n "$old" ]; then
        say "Renaksi needs Python 3.11 or newer, but here $old." \
            "Install a newer one (on Debian and Ubuntu: apt install python3.11 python3.11-venv);" \
            "where it is not found by itself, name it: make PYTHON=/path/to/python3.11 …"
    elif [ -n "${PYTHON:-}" ]; then
        say "PYTHON=$PYTHON does not run. Name a Python of 3.11 or newer, or leave PYTHON out."
    else
        say "Renaksi needs Python 3.11 or newer, and there is none here." \
            "On Debian and Ubuntu: apt install python3 python3-venv"
    fi
    return 1
}

# What .venv must have been built from to be right for the kind $1.
wanted() {
    printf '%s\n' "$PWD"
    cat "requirements/$1.txt" pyproject.toml
    .venv/bin/python -V 2>&1
}

stamp() { printf '.venv/renaksi-%s.stamp\n' "$1"; }

is_right() { [ -f "$(stamp "$1")" ] && wanted "$1" 2>/dev/null | cmp -s - "$(stamp "$1")"; }

# A virtual environment of this folder that can install; scripts in it name the folder.
is_usable() {
    [ "$(cat .venv/renaksi-home 2>/dev/null)" = "$PWD" ] && .venv/bin/python -c 'import pip' 2>/dev/null
}

pip_install() {
    .venv/bin/python -m pip --quiet --disable-pip-version-check --no-input install "$@"
}

scripts/compiled.sh check
is_right "$kind" && exit 0

if ! is_usable; then
    python=$(find_python)
    say "Building .venv with $("$python" -V) …"
    rm -rf .venv
    "$python" -m venv .venv
    # Python 3.11 still adds setuptools, which nothing here needs and which slows every start.
    .venv/bin/python -m pip --quiet uninstall --yes setuptools 2>/dev/null || true
    printf '%s\n' "$PWD" >.venv/renaksi-home
fi

say "Installing requirements/$kind.txt …"
rm -f .venv/renaksi-*.stamp
if ! pip_install --require-hashes --only-binary :all: --requirement "requirements/$kind.txt"; then
    say "The packages of requirements/$kind.txt could not be installed; the reason stands above." \
        "They come from a package index: this needs a network once, or a mirror that pip is told of."
    exit 1
fi
# The checkout itself: one line of path in .venv, written by hatchling from the lock. No network.
pip_install --no-index --no-deps --no-build-isolation --editable .
# Compiled once here, so that every start is quick even where Python may not write its caches.
.venv/bin/python -m compileall -q src/renaksi
wanted run >"$(stamp run)"
[ "$kind" = run ] || wanted web >"$(stamp web)"
[ "$kind" != dev ] || wanted dev >"$(stamp dev)"
