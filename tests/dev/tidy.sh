#!/usr/bin/env bash
# clang-tidy on the named files, JOBS at a time, with the commands of build/release.
#   tests/dev/tidy.sh JOBS FILE...
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
jobs=$1
shift
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
# clang-tidy cannot read g++'s precompiled header, and does not need to.
python3 - "$work" "$@" <<'PYTHON'
import json, pathlib, re, sys
work, files = sys.argv[1], {str(pathlib.Path(f).resolve()) for f in sys.argv[2:]}
commands = json.load(open('build/release/compile_commands.json'))
for c in commands:
    c['command'] = re.sub(r'-include \S*cmake_pch\.hxx|-fpch-preprocess|-Winvalid-pch|-fstack-clash-protection', '', c['command'])
    c['command'] += ' -include ' + str(pathlib.Path('cmake/pch.hpp').resolve())
json.dump(commands, open(work + '/compile_commands.json', 'w'))
open(work + '/files', 'w').write('\n'.join(sorted(files & {c['file'] for c in commands})))
PYTHON
[ -s "$work/files" ] || exit 0
xargs -a "$work/files" -n 1 -P "$jobs" clang-tidy-19 -p "$work" --quiet --warnings-as-errors='*' \
    --checks='-*,bugprone-*,-bugprone-easily-swappable-parameters,-bugprone-exception-escape,-bugprone-narrowing-conversions,performance-*,-performance-enum-size,-performance-avoid-endl,misc-unused-*,cert-err34-c,cppcoreguidelines-slicing,clang-analyzer-*' \
    --header-filter="$PWD/src/.*" 2> >(grep -v -E 'warnings? (generated|treated)|^Suppressed|^Use -header-filter' >&2)
