#!/usr/bin/env bash
# Every ./dev command explains itself, faults name their remedy, and setup asks nobody who is not there.
# shellcheck disable=SC2016,SC2317
set -uo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failed=0
expect() { # expect WHAT CONDITION...: the condition is a command
    if ! "${@:2}"; then
        echo "FAILED: $1"
        failed=1
    fi
}
says() { grep -q -e "$1" <<<"$2"; }
quiet() { ! says "$1" "$2"; }

every_command_explains_itself() {
    local name text
    text=$("$root/dev" help)
    for name in setup build run test check bench fuzz format package; do
        expect "./dev help lists $name" says "^  ./dev $name " "$text"
        expect "./dev $name --help explains it" says "^./dev $name .* [a-z]" "$("$root/dev" "$name" --help)"
    done
}

faults_name_their_remedy() {
    local text
    text=$("$root/dev" nonsense 2>&1) && expect "an unknown command fails" false
    expect "an unknown command names ./dev help" says "Remedy: ./dev help" "$text"
    text=$("$root/dev" run --port 99999 2>&1) && expect "a port that is none fails" false
    expect "a port that is none says so" says "'99999' is not a port" "$text"
    text=$("$root/dev" fuzz soon 2>&1) && expect "seconds that are none fail" false
    expect "seconds that are none name a remedy" says "Remedy: ./dev fuzz 60" "$text"
}

taken_port_names_another() {
    local text listener
    python3 -c 'import socket, time
s = socket.socket(); s.bind(("127.0.0.1", 0)); s.listen(); print(s.getsockname()[1], flush=True); time.sleep(30)' >"$work/port" &
    listener=$!
    until [ -s "$work/port" ]; do sleep 0.05; done
    text=$("$root/dev" run --port "$(cat "$work/port")" 2>&1) && expect "a taken port fails" false
    kill $listener
    expect "a taken port is named" says "port $(cat "$work/port") is taken" "$text"
    expect "another port is offered" says "Remedy: ./dev run --port [0-9]" "$text"
}

# A machine where g++ is missing, seen through stand-ins for dpkg-query, apt-get, sudo and id; $1 is the user's number.
setup_on_a_machine_without_gpp() {
    mkdir -p "$work/bin"
    printf '#!/bin/sh\nshift 2; for p in "$@"; do [ "$p" = g++ ] || echo "installed $p"; done; exit 1\n' >"$work/bin/dpkg-query"
    # The second line is what a question would wait for: a stand-in that reads standard input shows whether anything is left there.
    printf '#!/bin/sh\necho "apt-get $*" >>%s/apt; read answer && echo "read: $answer" >>%s/apt; exit 0\n' "$work" "$work" >"$work/bin/apt-get"
    printf '#!/bin/sh\necho "sudo $1" >>%s/apt; [ "$1" = -n ] && shift; exec "$@"\n' "$work" >"$work/bin/sudo"
    printf '#!/bin/sh\necho %s\n' "$1" >"$work/bin/id"
    chmod +x "$work"/bin/*
    rm -f "$work/apt"
    # Only the Debian half: the npm modules are not what is tried here.
    printf 'n\n' | CI='' PATH="$work/bin:$PATH" timeout 20 "$root/dev" setup 2>&1
}

setup_asks_nobody_who_is_not_there() {
    local text
    # shellcheck disable=SC1091
    [[ $(. /etc/os-release && echo "$ID-$VERSION_ID") =~ ^debian-1[23]$ ]] || return 0
    text=$(setup_on_a_machine_without_gpp 0)
    expect "setup says what it installs before it does" says "will be installed" "$text"
    expect "setup does not ask" quiet "y/N" "$text"
    expect "setup installs what is missing and nothing else, in one line" grep -q -- "^apt-get .*install -y .*--no-install-recommends g++$" "$work/apt"
    expect "setup updates the package lists first" says "update" "$(head -n 1 "$work/apt")"
    expect "nothing reads standard input" quiet "read:" "$(cat "$work/apt")"
    text=$(setup_on_a_machine_without_gpp 1000)
    expect "another user than root goes through sudo, which may not ask either" says "^sudo -n" "$(cat "$work/apt")"
}

# Each library that CMake looks for has its package in ./dev's list.
declare -A package_of=(
    [PkgConfig]=pkg-config [ZLIB]=zlib1g-dev [Boost]=BOOST [SQLite3]=libsqlite3-dev [PostgreSQL]=libpq-dev [fmt]=libfmt-dev
    [spdlog]=libspdlog-dev [prometheus-cpp]=prometheus-cpp-dev [GTest]=libgtest-dev
    [rapidcheck]=librapidcheck-dev [libsodium]=libsodium-dev [liboath]=liboath-dev [LibXml2]=libxml2-dev [libdeflate]=libdeflate-dev [libcmark-gfm]=libcmark-gfm-dev [libqrencode]=libqrencode-dev
    [pangocairo]=libpango1.0-dev [cairo]=libcairo2-dev [cairo-pdf]=libcairo2-dev [cairo-svg]=libcairo2-dev [librsvg-2.0]=librsvg2-dev
    [libqpdf]=libqpdf-dev [libcrypto]=libssl-dev [libcurl]=libcurl4-openssl-dev [stemmer]=libstemmer-dev [msgfmt]=gettext [date]=libhowardhinnant-date-dev [tomlplusplus]=libtomlplusplus-dev
    [CLI11]=libcli11-dev [ccache]=ccache [Python3]=python3 [cmark-gfm-extensions]=libcmark-gfm-extensions-dev [Threads]=g++
    [fontconfig]=libpango1.0-dev [pangoft2]=libpango1.0-dev [pango]=libpango1.0-dev
)
libraries_in_cmake() {
    local files
    mapfile -t files < <(find "$root/cmake" "$root/src" "$root/tests" "$root/CMakeLists.txt" -name node_modules -prune -o \( -name CMakeLists.txt -o -name '*.cmake' \) -print)
    sed -n -E 's/^ *find_package\(([A-Za-z0-9_-]+).*/\1/p; s/^ *find_(library|program)\([A-Z0-9_]+ ([A-Za-z0-9_-]+).*/\2/p' "${files[@]}"
    sed -n -E 's/^ *pkg_check_modules\([A-Z0-9_]+ +([^)]*)\).*/\1/p' "${files[@]}" | tr ' ' '\n' |
        sed -E 's/[<>=].*//' | grep -v -E '^(REQUIRED|QUIET|IMPORTED_TARGET|GLOBAL)?$'
}
every_library_has_its_package() {
    local library list package seen=0
    list=$(sed -n '/^declare -A packages/,/^)/p' "$root/tools/setup.sh")
    while read -r library; do
        seen=$((seen + 1))
        package=${package_of[$library]:-}
        expect "$library has a Debian package. Remedy: add it to package_of in $0 and to the packages at the top of tools/setup.sh" test -n "$package"
        [ -z "$package" ] || expect "$package, for $library, is in the list of tools/setup.sh" grep -q -w -F -e "$package" <<<"$list"
    done < <(libraries_in_cmake | sort -u)
    expect "libraries were found in CMake's files" test $seen -gt 10
    # libboost-dev is 1.74 on Debian 12; whatever depends on it makes apt refuse the whole line.
    expect "no plain libboost package stands in the common list" quiet "libboost" "$list"
}

every_command_explains_itself
faults_name_their_remedy
taken_port_names_another
setup_asks_nobody_who_is_not_there
every_library_has_its_package
[ $failed = 0 ] && echo "all as it should be"
exit $failed
