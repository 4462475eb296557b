#!/bin/sh
# Writes site.txt and test.txt from site.in and test.in; `--upgrade` takes the newest versions that these allow.
# The result names no package index, so that it installs from whichever one a machine is set up to use.
set -eu
cd "$(dirname "$0")"
tools=$(mktemp -d)
trap 'rm -rf "$tools"' EXIT
../.venv/bin/python -m venv "$tools"
"$tools/bin/python" -m pip --disable-pip-version-check install --quiet uv

lock() {
    "$tools/bin/uv" pip compile --quiet --no-config --universal --python-version 3.11 --only-binary :all: \
        --generate-hashes --no-header --no-emit-index-url --no-emit-find-links "$@"
}

lock "$@" site.in --output-file site.txt
lock "$@" test.in --constraints site.txt --output-file test.txt
