#!/usr/bin/env bash
# Makes OUT/lotsen_VERSION_ARCH.deb from a release build, for the distribution it runs on.
#   packaging/make_deb.sh BUILD OUT      (./dev package does both)
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
build=$1
mkdir -p "$2"
out=$(cd "$2" && pwd)
version=$(sed -n 's/^project(lotsen VERSION \([0-9.]*\).*/\1/p' CMakeLists.txt)
# shellcheck disable=SC1091
version=$version+deb$(. /etc/os-release && echo "${VERSION_ID%%.*}")
architecture=$(dpkg --print-architecture)
umask 022

tree=$(mktemp -d)
trap 'rm -rf "$tree"' EXIT
put() { install -D -m "$1" "$2" "$tree/$3"; } # put MODE FILE PLACE

put 755 "$build/lotsen" usr/bin/lotsen
put 644 "$build/liblotsen_documents.so" usr/lib/lotsen/liblotsen_documents.so
strip --strip-unneeded "$tree/usr/bin/lotsen" "$tree/usr/lib/lotsen/liblotsen_documents.so"
put 644 packaging/lotsen.service usr/lib/systemd/system/lotsen.service
put 644 packaging/sysusers.conf usr/lib/sysusers.d/lotsen.conf
put 644 packaging/lotsen.toml etc/lotsen/lotsen.toml
put 644 packaging/Caddyfile usr/share/doc/lotsen/examples/Caddyfile
put 644 packaging/nginx.conf usr/share/doc/lotsen/examples/nginx.conf
put 644 docs/operations.md usr/share/doc/lotsen/operations.md
put 644 docs/pack.md usr/share/doc/lotsen/pack.md
mkdir -p "$tree/usr/share/lotsen/content"
cp -r content/danderyd "$tree/usr/share/lotsen/content/danderyd"
chmod -R u=rwX,go=rX "$tree/usr/share/lotsen"

# The packages that the program's libraries come from; dpkg-shlibdeps wants a debian/control to stand beside.
mkdir -p "$tree.work/debian"
trap 'rm -rf "$tree" "$tree.work"' EXIT
printf 'Source: lotsen\n\nPackage: lotsen\nArchitecture: any\n' >"$tree.work/debian/control"
depends=$(cd "$tree.work" && dpkg-shlibdeps -O -l"$tree/usr/lib/lotsen" "$tree/usr/bin/lotsen" "$tree/usr/lib/lotsen/liblotsen_documents.so" 2>"$tree.work/log" |
    sed -n 's/^shlibs:Depends=//p') || { cat "$tree.work/log" >&2; exit 1; }
[ -n "$depends" ] || { echo "make_deb.sh: no dependencies were found" >&2; exit 1; }

mkdir -p "$tree/DEBIAN"
cat >"$tree/DEBIAN/control" <<CONTROL
Package: lotsen
Version: $version
Architecture: $architecture
Maintainer: The Lotsen maintainers <maintainers@lotsen.invalid>
Installed-Size: $(du -sk --exclude=DEBIAN "$tree" | cut -f1)
Depends: $depends, systemd | systemd-standalone-sysusers, tzdata, ca-certificates
Recommends: caddy | nginx
Suggests: postgresql (>= 15)
Section: web
Priority: optional
Description: support for family carers, as a municipality has promised it
 Serves a municipality's public site about its support for carers: what
 there is, who applies, and how; a guide, a search, and the guideline itself.
CONTROL
echo /etc/lotsen/lotsen.toml >"$tree/DEBIAN/conffiles"
install -m 755 packaging/postinst packaging/prerm packaging/postrm "$tree/DEBIAN/"
(cd "$tree" && find . -path ./DEBIAN -prune -o -type f -printf '%P\0' | sort -z | xargs -0 md5sum >DEBIAN/md5sums)

deb=$out/lotsen_${version}_$architecture.deb
rm -f "$out"/lotsen_*.deb
dpkg-deb --root-owner-group -Zxz --build "$tree" "$deb" >/dev/null
echo "$deb"
