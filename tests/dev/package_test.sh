#!/usr/bin/env bash
# The package, unpacked somewhere else, runs: the program, its PDF module, its content, its settings.
#   package_test.sh BUILD
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
wrong() { echo "FAILED: $*"; exit 1; }

deb=$(packaging/make_deb.sh "$1" "$work")
dpkg -x "$deb" "$work/root"
lotsen=$work/root/usr/bin/lotsen content=$work/root/usr/share/lotsen/content/danderyd data=$work/data

"$lotsen" --help | grep -q 'serve ' || wrong "lotsen --help lists no serve"
for command in serve demo check-content import export doctor; do
    "$lotsen" "$command" --help >"$work/help" || wrong "lotsen $command --help"
done
"$lotsen" check-content "$content" --faults || wrong "the packed content has faults"
mkdir -m 700 "$data"
cp -r "$content" "$work/content"
"$lotsen" import "$work/content" --data "$data" >"$work/import" || { cat "$work/import"; wrong "an empty database cannot be filled by import"; }
"$lotsen" export "$work/exported" --data "$data" || wrong "export"
diff -r "$work/content" "$work/exported" || wrong "import and export change the content"
"$lotsen" doctor --data "$data" | tee "$work/doctor" | grep -q 'PDF can be made' || { cat "$work/doctor"; wrong "the PDF module is not found where the package puts it"; }

# The settings file as it is installed, but for the folder.
sed "s#^data = .*#data = \"$data/none\"#" "$work/root/etc/lotsen/lotsen.toml" >"$work/lotsen.toml"
if "$lotsen" serve --config "$work/lotsen.toml" 2>"$work/said"; then wrong "serve runs without content"; fi
grep -q -e "$data/none" -e 'no content' "$work/said" || { cat "$work/said"; wrong "serve does not read its settings file"; }
echo 'nonsense = 1' >>"$work/lotsen.toml"
if "$lotsen" serve --config "$work/lotsen.toml" 2>"$work/said"; then wrong "an unknown setting is accepted"; fi
grep -q nonsense "$work/said" || { cat "$work/said"; wrong "an unknown setting is not named"; }
echo "$(basename "$deb"): all as it should be"
