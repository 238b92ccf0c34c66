# shellcheck shell=bash
# What ./dev installs, and how: the Debian packages and npm modules of each thing it does. Read by ./dev; not run by itself.

# Debian packages. BOOST and NODE are replaced in names_of(): the first differs between Debian 12 and 13.
declare -A packages=(
    [build]="ca-certificates git g++ cmake ninja-build ccache pkg-config gettext python3 tzdata
        BOOST libsqlite3-dev libpq-dev libsodium-dev liboath-dev libdeflate-dev libssl-dev libcurl4-openssl-dev
        libstemmer-dev libcmark-gfm-dev libcmark-gfm-extensions-dev
        libtomlplusplus-dev libcli11-dev libfmt-dev libspdlog-dev prometheus-cpp-dev libhowardhinnant-date-dev
        libqrencode-dev libpango1.0-dev libcairo2-dev librsvg2-dev libqpdf-dev fonts-dejavu-core
        libgtest-dev librapidcheck-dev libxml2-dev"
    [test]="postgresql chromium NODE poppler-utils procps curl dpkg-dev clang-19 libclang-rt-19-dev python3-icalendar python3-vobject"
    [format]="clang-format-19"
    [check]="clang-format-19 clang-tidy-19 cppcheck shellcheck"
    [bench]="wrk nginx-light procps postgresql"
    [package]="dpkg-dev"
)

distribution() { # sets boost: the packages whose names differ
    # shellcheck disable=SC1091
    case $(. /etc/os-release 2>/dev/null && echo "${ID:-}-${VERSION_ID:-}") in
    # On Debian 12 nothing that depends on libboost-dev (1.74) may be in the list: apt then refuses the whole line.
    debian-12) boost=(libboost1.81-dev libboost-locale1.81-dev libboost-json1.81-dev) ;;
    debian-13) boost=(libboost-dev libboost-locale-dev libboost-json-dev) ;;
    *) boost=() ;;
    esac
}

names_of() { # names_of GROUP...: the Debian packages of the groups, one a line
    local group package
    for group in "$@"; do
        for package in ${packages[$group]}; do
            case $package in
            BOOST) printf '%s\n' "${boost[@]}" ;;
            # Node and npm from elsewhere than Debian are as good.
            NODE) command -v npm >/dev/null || printf '%s\n' nodejs npm ;;
            *) say "$package" ;;
            esac
        done
    done | sort -u
}

missing_of() { # the packages on standard input that are not installed
    local wanted
    wanted=$(cat)
    # shellcheck disable=SC2086
    comm -23 <(sort <<<"$wanted") <(dpkg-query -W -f '${db:Status-Status} ${Package}\n' $wanted 2>/dev/null | sed -n 's/^installed //p' | sort)
}

person_is_there() { # a person sits at a terminal: not in CI, not in a container
    [ -t 0 ] && [ -t 1 ] && [ -z "${CI:-}" ] && [ -z "${container:-}" ] && [ ! -e /.dockerenv ] && [ ! -e /run/.containerenv ]
}

install_packages() {
    local run=(env DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=300) answer
    say "These Debian packages are missing and will be installed with apt-get:"
    printf '%s\n' "$@" | fmt -w 110 | sed 's/^/  /'
    if [ "$(id -u)" != 0 ]; then
        command -v sudo >/dev/null || fail "installing needs root, and there is no sudo here." "as root: apt-get install --no-install-recommends $*"
        if person_is_there; then run=(sudo "${run[@]}"); else run=(sudo -n "${run[@]}"); fi
    fi
    if person_is_there; then
        read -r -p "Install them now? [y/N] " answer
        [[ $answer == [yYjJ]* ]] || fail "nothing was installed." "run ./dev setup again and answer y, or install the packages yourself"
    fi
    "${run[@]}" update -q </dev/null || fail "apt-get update failed." "see apt's message above; check the network and /etc/apt"
    "${run[@]}" install -y -q --no-install-recommends "$@" </dev/null ||
        fail "apt-get install failed." "see apt's message above; then run ./dev setup again"
}

ensure() { # ensure GROUP...: installs what these groups of packages lack; quick and silent when nothing does
    distribution
    if [ ${#boost[@]} = 0 ] || ! command -v dpkg-query >/dev/null; then
        # Another system: the build itself says what it does not find.
        command -v cmake >/dev/null && command -v ninja >/dev/null && return 0
        boost=(libboost-dev libboost-locale-dev libboost-json-dev)
        fail "./dev setup knows Debian 12 and 13 only." "install by hand what corresponds to: $(names_of "$@" | tr '\n' ' ')"
    fi
    local missing
    mapfile -t missing < <(names_of "$@" | missing_of)
    [ ${#missing[@]} = 0 ] || install_packages "${missing[@]}"
}

node_modules() { # what the tests need from npm, exactly as each package-lock.json says
    modules_of tests/journeys "the browser tests"
    modules_of tests/oidc "the tests of signing in"
    modules_of tests/post "the tests of what is sent"
}
modules_of() { # modules_of FOLDER WHO
    local folder=$1
    [ -f "$folder/package-lock.json" ] || return 0
    cmp -s "$folder/package-lock.json" "$folder/node_modules/.from-lock" && return 0
    say "Installing what $2 need from npm into $folder/node_modules"
    (cd "$folder" && npm ci --no-audit --no-fund --loglevel=error </dev/null) ||
        fail "npm ci failed in $folder." "check the network and 'npm config get registry', then run ./dev setup again"
    cp "$folder/package-lock.json" "$folder/node_modules/.from-lock"
}
