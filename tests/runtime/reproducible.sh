#!/usr/bin/env bash
# Prove that python.wasm is what its sources say: two clean builds, in two directories whose
# names differ in length, give the same bytes, and those are the ones that manifest.json names.
#
# The proof takes two builds, so it is remembered in the cache under the hash of all inputs
# and of the manifest, and made again only when one of them has changed.
set -euo pipefail
export LC_ALL=C
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
cache=${HOGNOSE_CACHE:-${XDG_CACHE_HOME:-${HOME:?set HOGNOSE_CACHE, or HOME}/.cache}/hognose}
mkdir -p "$cache"

key=$(
    cd "$root"
    find scripts/build-micropython-wasi.sh tests/runtime/reproducible.sh bundles/lang-python/port \
        bundles/lang-python/lib bundles/lang-python/patches bundles/lang-python/0.1.0/manifest.json \
        -type f ! -path '*/__pycache__/*' -print0 | sort -z | xargs -0 sha256sum | sha256sum | cut -d' ' -f1
)
proof=$cache/reproducible/$key
if [ -f "$proof" ]; then
    echo "reproducible: proved before for these inputs ($(cat "$proof"))"
    exit 0
fi

tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
for name in a a-directory-with-a-much-longer-name; do
    "$root/scripts/build-micropython-wasi.sh" --work "$tmp/$name" --out "$tmp/$name.wasm"
done
if ! cmp "$tmp/a.wasm" "$tmp/a-directory-with-a-much-longer-name.wasm"; then
    echo "reproducible: FAILED, two clean builds differ" >&2
    exit 1
fi
sha=$(sha256sum < "$tmp/a.wasm" | cut -d' ' -f1)
if ! grep -q "\"sha256\": *\"$sha\"" "$root/bundles/lang-python/0.1.0/manifest.json"; then
    echo "reproducible: FAILED, both builds are $sha, which manifest.json does not name" >&2
    exit 1
fi
mkdir -p "$cache/reproducible"
echo "sha256 $sha" > "$proof"
echo "reproducible: two clean builds in two directories are identical, and are the manifest's (sha256 $sha)"
