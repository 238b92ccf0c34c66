#!/bin/sh
# Walks all journeys; LOTSEN is the program to walk through.
cd "$(dirname "$0")" || exit 2
if ! command -v node >/dev/null; then
    echo "The journeys need Node 18 or later." >&2
    echo "Remedy: ./dev setup (or apt-get install nodejs npm)" >&2
    exit 1
fi
exec node run.mjs "$@"
