#!/usr/bin/env bash
# What every text of ours keeps to, whatever its language: no tabs, no spaces at the end of a line, one newline at the end of the file,
# and in C++ no line over 300 characters.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.." || exit 1
export LC_ALL=C.UTF-8
failed=0
report() { # report REMEDY: fails if there are lines on standard input
    local lines
    lines=$(cat)
    [ -z "$lines" ] && return
    printf '%s\nRemedy: %s\n' "$lines" "$1"
    failed=1
}
mapfile -t texts < <(git ls-files '*.cpp' '*.hpp' '*.ipp' '*.cmake' '*CMakeLists.txt' '*.sh' '*.py' '*.mjs' '*.sql' dev .ci/run | while read -r f; do [ ! -f "$f" ] || echo "$f"; done)
mapfile -t sources < <(printf '%s\n' "${texts[@]}" | grep -E '\.[chi]pp$')
[ ${#sources[@]} -gt 20 ] || { echo "FAILED: found only ${#sources[@]} C++ files"; exit 1; }

report "spaces instead of tabs" < <(grep -nP '\t' "${texts[@]}" | cut -c1-160 | head -n 20)
report "remove the spaces at the end of the line" < <(grep -nE ' +$' "${texts[@]}" | cut -c1-160 | head -n 20)
report "break the line where a reader would" < <(grep -nE '^.{301,}' "${sources[@]}" | cut -c1-160 | head -n 20)
report "end the file with one newline" < <(for f in "${texts[@]}"; do [ ! -s "$f" ] || [ -z "$(tail -c 1 "$f")" ] || echo "$f"; done)
[ $failed = 0 ] && echo "${#texts[@]} files looked at"
exit $failed
