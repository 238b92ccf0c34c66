#!/usr/bin/env bash
# Runs the fuzz targets of build/fuzz, or one of them, for SECONDS each. What crashes is kept in build/fuzz/found.
#   tests/dev/fuzz.sh SECONDS [NAME]
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
seconds=$1 only=${2:-}

fuzz() { # fuzz PROGRAM: the seeds in tests/fuzz/seeds/NAME are read, what is learned goes to build/fuzz/corpus/NAME
    local name seeds
    name=$(basename "$1")
    name=${name#fuzz_}
    seeds=tests/fuzz/seeds/$name
    mkdir -p "build/fuzz/corpus/$name" build/fuzz/found
    local folders=("build/fuzz/corpus/$name")
    [ ! -d "$seeds" ] || folders+=("$seeds")
    echo "fuzzing $name for $seconds s"
    if ! "$1" -max_total_time="$seconds" -timeout=5 -rss_limit_mb=1024 -artifact_prefix="build/fuzz/found/$name-" \
        -print_final_stats=1 "${folders[@]}" >"build/fuzz/$name.log" 2>&1; then
        tail -n 40 "build/fuzz/$name.log" >&2
        echo "Remedy: $1 build/fuzz/found/$name-… repeats it; add a test that shows it, then mend it." >&2
        return 1
    fi
    grep -h 'stat::number_of_executed_units' "build/fuzz/$name.log" | sed 's/stat::/  /'
}

wrong=0 seen=0
while read -r program; do
    [ -z "$only" ] || [ "$(basename "$program")" = "fuzz_$only" ] || continue
    seen=1
    fuzz "$program" || wrong=1
done <build/fuzz/fuzz_targets.txt
[ $seen = 1 ] || { echo "there is no fuzz target '$only'" >&2; exit 2; }
exit $wrong
