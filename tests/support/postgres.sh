#!/bin/sh
# A real PostgreSQL for tests, from Debian's package: own data, a socket in DIR, no TCP.
#   postgres.sh start DIR [OWNER [FSYNC]]   starts it and prints its address; it stops by itself when process OWNER has ended;
#                                           FSYNC: on (when left out), or off where no power cut is tried
#   postgres.sh stop DIR                    stops it and removes DIR
set -eu

fail() { echo "postgres.sh: $1" >&2; exit 3; }
usage() { echo "usage: postgres.sh start DIR [OWNER [on|off]] | stop DIR" >&2; exit 2; }
[ $# -ge 2 ] || usage
dir=$2
case $dir in /*) ;; *) dir=$PWD/$dir ;; esac

# PostgreSQL refuses to run as root.
as_owner() {
    if [ "$(id -u)" = 0 ]; then setpriv --reuid=postgres --regid=postgres --clear-groups -- "$@"; else "$@"; fi
}

programs() {
    newest=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -t/ -k5 -n | tail -n 1)
    [ -n "$newest" ] && [ -x "$newest/initdb" ] || fail "PostgreSQL is not installed. Remedy: ./dev setup (or: apt-get install postgresql)"
    version=$(basename "$(dirname "$newest")")
    [ "$version" -ge 15 ] || fail "PostgreSQL $version is too old, 15 or newer is needed. Remedy: ./dev setup"
    echo "$newest"
}

start() {
    bin=$(programs)
    [ ${#dir} -le 80 ] || fail "the path $dir is too long for a socket. Remedy: choose a shorter one, such as /tmp/pg"
    mkdir -p "$dir"
    chmod 700 "$dir"
    if [ "$(id -u)" = 0 ]; then
        id postgres >/dev/null 2>&1 || fail "there is no user postgres. Remedy: ./dev setup (or: apt-get install postgresql)"
        chown postgres: "$dir"
    fi
    cd "$dir"
    if [ ! -d "$dir/data" ]; then
        as_owner "$bin/initdb" -D "$dir/data" -U lotsen -A trust -E UTF8 --locale=C.UTF-8 --no-sync >"$dir/initdb.log" 2>&1 ||
            { cat "$dir/initdb.log" >&2; fail "initdb failed"; }
        printf "listen_addresses = ''\nunix_socket_directories = '%s'\nfsync = %s\nshared_buffers = 32MB\nmax_connections = 200\n" "$dir" "$fsync" >>"$dir/data/postgresql.conf"
    fi
    as_owner "$bin/pg_ctl" -D "$dir/data" -l "$dir/server.log" -w -t 60 start >/dev/null 2>&1 ||
        { cat "$dir/server.log" >&2; fail "PostgreSQL did not start"; }
    echo "postgresql:///postgres?user=lotsen&host=$(echo "$dir" | sed 's,/,%2F,g')"
}

stop() {
    cd /
    if [ -f "$dir/data/postmaster.pid" ]; then
        as_owner "$(programs)/pg_ctl" -D "$dir/data" -m immediate -w stop >/dev/null 2>&1 || true
    fi
    rm -rf "$dir"
}

fsync=${4:-on}
case $fsync in on | off) ;; *) usage ;; esac
case $1 in
start)
    start
    if [ $# -ge 3 ]; then
        setsid sh -c 'while [ -d "$1" ] && kill -0 "$2" 2>/dev/null; do sleep 1; done; [ ! -d "$1" ] || exec "$0" stop "$1"' "$0" "$dir" "$3" \
            </dev/null >/dev/null 2>&1 &
    fi
    ;;
stop) stop ;;
*) usage ;;
esac
