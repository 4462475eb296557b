#!/bin/sh
# Makes .venv hold what building the site needs; with the argument `test`, what the tests need as well.
# It compares contents, not times: where nothing has changed, nothing is installed and no network is used.
set -eu
cd "$(dirname "$0")/.."
python=.venv/bin/python

fail() {
    echo "$*" >&2
    exit 1
}

# Prints a Python of at least 3.11 that can make virtual environments; Debian keeps ensurepip in a package of its own.
choose_python() {
    old='' incomplete=''
    for candidate in "${PYTHON:-python3}" python3.14 python3.13 python3.12 python3.11; do
        version=$("$candidate" -c 'import sys; print("%d.%d" % sys.version_info[:2])' 2>/dev/null) || continue
        if ! "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))'; then
            old=${old:-$version}
        elif "$candidate" -c 'import ensurepip, venv' 2>/dev/null; then
            echo "$candidate"
            return
        else
            incomplete=${incomplete:-$version}
        fi
    done
    if [ -n "$incomplete" ]; then
        fail "Python $incomplete is here without its venv: install that" \
            "(Debian: apt install python$incomplete-venv), then run make again."
    fi
    found=${old:+only $old}
    fail "Python 3.11 or newer is needed, and ${found:-none} was found: install one" \
        "(Debian: apt install python3 python3-venv; macOS: brew install python)" \
        "or name it, as in: make site PYTHON=/opt/bin/python3"
}

# The folder is part of a record, because a virtual environment that was moved with it no longer works.
state() { pwd && cat "$@"; }
is_current() { [ -x "$python" ] && state "$2" | cmp -s - ".venv/$1"; }
record() { state "$2" >".venv/$1"; }

# Wheels only: building a package would fetch tools that no hash locks.
install_locked() {
    "$python" -m pip --disable-pip-version-check install --quiet --require-hashes --only-binary :all: --requirement "$1"
}

if ! is_current site requirements/site.txt; then
    chosen=$(choose_python)
    echo "Setting up .venv; this happens once, and again when requirements/ changes."
    "$chosen" -m venv --clear .venv
    install_locked requirements/site.txt
    record site requirements/site.txt
fi
# The generator itself, so that MkDocs finds the plugin.
if ! is_current generator pyproject.toml; then
    "$python" -m pip --disable-pip-version-check install --quiet --no-deps --no-build-isolation --no-index --editable .
    record generator pyproject.toml
fi
if [ "${1:-}" = test ] && ! is_current test requirements/test.txt; then
    echo "Adding to .venv what the tests need."
    install_locked requirements/test.txt
    record test requirements/test.txt
fi
