#!/bin/sh
# Writes requirements/ from pyproject.toml: hashed, for every platform, naming no server.
# The development lock is solved upon the other, so that both hold the same versions.
# UPGRADE=1 takes the newest versions; without it only what pyproject.toml asks for moves.
set -eu

cd "$(dirname "$0")/.."

lock() {
    output=$1
    shift
    UV_CUSTOM_COMPILE_COMMAND="make lock   (uv pip compile --generate-hashes --no-emit-index-url --universal)" \
        uv pip compile --quiet --universal --python-version 3.11 \
        --generate-hashes --no-emit-index-url --no-annotate ${UPGRADE:+--upgrade} \
        pyproject.toml --group build "$@" --output-file "requirements/$output"
}

lock run.txt
lock dev.txt --group dev --constraints requirements/run.txt
