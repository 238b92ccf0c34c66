#!/usr/bin/env bash
# A second clone, in another folder, finds what the first one compiled, although a precompiled header is used.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export CCACHE_DIR=$work/cache CI=true LOTSEN_JOBS=2

clone() { # clone FOLDER: the files as they are now, without what git ignores
    mkdir "$1"
    git -C "$root" ls-files -z -c -o --exclude-standard | tar -C "$root" --null --ignore-failed-read -T - -cf - 2>/dev/null | tar -C "$1" -xf -
}
counted() { ccache --print-stats | awk -v name="$1" '$1 == name { print $2 }'; }

for folder in first second; do
    clone "$work/$folder"
    "$work/$folder/dev" build release lotsen_base </dev/null >"$work/$folder.log" 2>&1 || { tail -n 40 "$work/$folder.log"; exit 1; }
    eval "missed_$folder=$(counted cache_miss)"
done
hits=$(($(counted direct_cache_hit) + $(counted preprocessed_cache_hit)))
# shellcheck disable=SC2154
echo "first clone: $missed_first compiled; second clone: $hits found, $((missed_second - missed_first)) compiled"
[ "$missed_first" -ge 2 ] || { echo "FAILED: the first clone went past ccache. Remedy: ./dev setup (ccache)"; exit 1; }
if [ "$missed_second" != "$missed_first" ] || [ "$hits" -lt "$missed_first" ]; then
    echo "FAILED: the second clone compiled again. Remedy: see CCACHE_ at the top of ./dev and -fpch-preprocess in cmake/compiler.cmake"
    exit 1
fi
