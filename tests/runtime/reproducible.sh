#!/usr/bin/env bash
# Prove that python.wasm is what its sources say: two clean builds, in two directories whose
# names differ in length, give the same bytes, and those are the ones that manifest.json names.
#
# The proof takes two builds, so it is remembered in the cache under the hash of all inputs
# and of the manifest, and made again only when one of them has changed.
source "$(dirname "${BASH_SOURCE[0]}")/../../scripts/setup"

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
cmp "$tmp/a.wasm" "$tmp/a-directory-with-a-much-longer-name.wasm" || die "two clean builds differ"
sha=$(sha256sum < "$tmp/a.wasm" | cut -d' ' -f1)
grep -q "\"sha256\": *\"$sha\"" "$bundle/manifest.json" \
    || die "both builds are $sha, which manifest.json does not name"
mkdir -p "$cache/reproducible"
echo "sha256 $sha" > "$proof"
echo "reproducible: two clean builds in two directories are identical, and are the manifest's (sha256 $sha)"
