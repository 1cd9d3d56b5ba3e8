#!/bin/sh
# Builds the compiled core beside its sources, or takes it away. Everything runs without it, too.
#
#   scripts/compiled.sh build    compiles what scripts/compile_core.py names, for the Python of .venv
#   scripts/compiled.sh check    takes it away where a source is newer: what runs is what is written
#   scripts/compiled.sh remove   takes it away
set -eu

cd "$(dirname "$0")/.."
core=src/renaksi
compiler=build/compiler # the virtual environment that compiles

say() { printf '%s\n' "$@" >&2; }

built() { ls src/renaksi__mypyc.*.so 2>/dev/null | head -1; }

remove() { find src -name '*.so' -delete; }

is_old() {
    [ -n "$(find $core -name rules -prune -o -name '*.py' -newer "$1" -print | head -1)" ]
}

check() {
    so=$(built)
    if [ -n "$so" ] && is_old "$so"; then
        remove
        say "The compiled core was older than its sources and was removed; make compiled builds it again."
    fi
}

# Prints what is missing, and how it is installed where the system is Debian's.
missing() {
    command -v "${CC:-cc}" >/dev/null || echo "a C compiler (apt install gcc)"
    headers=$(.venv/bin/python -c 'import sysconfig; print(sysconfig.get_path("include"))')
    [ -f "$headers/Python.h" ] || echo "Python's headers (apt install python3-dev)"
}

build() {
    check
    ending=$(.venv/bin/python -c 'import sysconfig; print(sysconfig.get_config_var("EXT_SUFFIX"))')
    [ ! -f "src/renaksi__mypyc$ending" ] || return 0 # one of another Python does not count
    remove
    lacks=$(missing)
    if [ -n "$lacks" ]; then
        say "The core cannot be compiled here, since these are missing:" "$lacks" \
            "It runs without being compiled, at about half the speed."
        return 1
    fi
    say "Compiling the core; this takes about a minute …"
    .venv/bin/python -m venv --clear $compiler
    $compiler/bin/python -m pip --quiet --disable-pip-version-check --no-input install \
        --require-hashes --only-binary :all: --requirement requirements/compile.txt
    $compiler/bin/python scripts/compile_core.py >build/compiled.log 2>&1 || {
        remove
        say "The core could not be compiled; build/compiled.log says why. It runs without being compiled."
        return 1
    }
}

case $1 in
    build | check | remove) "$1" ;;
    *) say "Usage: scripts/compiled.sh build|check|remove"; exit 2 ;;
esac
