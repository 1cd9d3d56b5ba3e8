#!/bin/sh
# Writes requirements/ from pyproject.toml: hashed, for every platform, naming no server.
# Each lock is solved upon the one before, so that all hold the same versions.
# UPGRADE=1 takes the newest versions; without it only what pyproject.toml asks for moves.
set -eu

cd "$(dirname "$0")/.."

lock() {
    output=$1
    shift
    UV_CUSTOM_COMPILE_COMMAND="make lock   (uv pip compile --generate-hashes --no-emit-index-url --universal)" \
        uv pip compile --quiet --universal --python-version 3.11 \
        --generate-hashes --no-emit-index-url --no-annotate ${UPGRADE:+--upgrade} \
        "$@" --output-file "requirements/$output"
}

lock run.txt pyproject.toml --group build
lock web.txt pyproject.toml --group build --extra web --constraints requirements/run.txt
lock dev.txt pyproject.toml --group build --extra web --group dev --constraints requirements/web.txt
lock compile.txt --group compile --constraints requirements/dev.txt
