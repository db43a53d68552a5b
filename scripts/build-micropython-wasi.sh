#!/usr/bin/env bash
# Build the Python runtime, bundles/lang-python/0.1.0/python.wasm, from pinned sources.
#
#   scripts/build-micropython-wasi.sh [--fetch | --clean] [--update-manifest] [--out FILE]
#                                     [--plain FILE] [--work DIR]
#
#   --fetch            only make sure that the sources' tarballs are in the cache
#   --clean            build again even if this very runtime is in the cache
#   --update-manifest  write the new hash, size and provenance into manifest.json, and sign it with
#                      the development key (otherwise a result that differs is an error)
#   --out FILE         put the runtime there and leave the bundle alone
#   --plain FILE       also put the runtime there as it is before metering
#   --work DIR         build in this directory, which must be empty or absent, and keep it
#
# Everything fetched is checked against the hashes below and kept outside the checkout, in
# ${HOGNOSE_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/hognose}; so is what was built, under the
# hash of all that goes into it: the plain runtime, and the metered one that the bundle has.
# MICROPYTHON_SOURCE may name a local copy of the source: a tarball, or a checkout of
# MicroPython's tag v1.25.0; PCRE2_SOURCE a tarball of PCRE2 10.46.
source "$(dirname "${BASH_SOURCE[0]}")/setup"
umask 022

# ---- pins -------------------------------------------------------------------------------
micropython=1.25.0
micropython_tarball=micropython_$micropython+ds.orig.tar.xz
micropython_sha256=7b25be99a502f070b2de81dafc08da7051d992325d6e67daa9045a918fffdbea
pcre2=10.46
pcre2_tarball=pcre2_$pcre2.orig.tar.gz
pcre2_sha256=8d28d7f2c3b970c3a4bf3776bcbb5adfc923183ce74bc8df1ebaad8c1985bd07
suite=trixie # the Debian release that keeps these versions
zig=0.17.1
zig_sha256_x86_64=ea6cc5d87b033cf0aedfbc8f9549a908cae6c50ac31f1698188fa48a74524b54
zig_sha256_aarch64=b7c5f02fccd40f89b999ee16a1f5ddced56e6182370f8affe494bcf8a28cf07e
build_date=1744675200 # of the tag, 2025-04-15: the date in sys.version

lang=$root/bundles/lang-python
manifest=$bundle/manifest.json

# ---- arguments ------------------------------------------------------------------------------
fetch=0 clean=0 update=0 out=$bundle/python.wasm work='' plain_out=''
while [ $# -gt 0 ]; do
    case $1 in
        --fetch) fetch=1 ;;
        --clean) clean=1 ;;
        --update-manifest) update=1 ;;
        --out)
            [ $# -gt 1 ] || die "--out needs a file name"
            out=$2
            shift
            ;;
        --plain)
            [ $# -gt 1 ] || die "--plain needs a file name"
            plain_out=$2
            shift
            ;;
        --work)
            [ $# -gt 1 ] || die "--work needs a directory"
            work=$2
            shift
            ;;
        -h | --help)
            sed -n '2,/^source /s/^# \{0,1\}//p' "$0"
            exit 0
            ;;
        *) die "unknown argument $1 (see --help)" ;;
    esac
    shift
done

# ---- the key of all inputs --------------------------------------------------------------------
inputs_hash() { # of scripts/setup only the optimiser: the rest finds places and installs tools
    (
        echo "$binaryen_sha512"
        cd "$root"
        find scripts/build-micropython-wasi.sh bundles/lang-python/port bundles/lang-python/lib \
            bundles/lang-python/patches -type f ! -path '*/__pycache__/*' -print0 \
            | sort -z | xargs -0 sha256sum
    ) | sha256sum | cut -d' ' -f1
}
sha256() { sha256sum < "$1" | cut -d' ' -f1; }
manifest_sha256() {
    [ -f "$manifest" ] || return 0
    sed -n 's/.*"sha256": *"\([0-9a-f]\{64\}\)".*/\1/p' "$manifest" | head -n 1
}

meter_hash() { # what decides the bytes that metering writes
    (
        cd "$root"
        find crates/core/src/meter -type f -print0 | sort -z | xargs -0 sha256sum
        grep -A 1 -E '^name = "wasm(parser|-encoder)"' Cargo.lock
    ) | sha256sum | cut -d' ' -f1
}

key=$(inputs_hash)
built=$cache/runtime/$key/python.wasm
meter_key=$(meter_hash)
metered=$cache/runtime/$key/$meter_key.wasm

# ---- fetching ---------------------------------------------------------------------------------
need_tools() {
    need make make
    need gcc gcc
    need xz xz-utils
    need patch patch
    need unzip unzip
    need python3 python3
    need node nodejs
    need npm npm
    need /usr/include/stdio.h libc6-dev # gcc alone brings no C library headers
    python3 -m pip --version > /dev/null 2>&1 || need pip3 python3-pip
}

# fetch_source PACKAGE TARBALL SHA256 VARIABLE: from Debian's archive, through the mirror that this
# machine already uses. All of apt's state is private to this call; the source is authenticated by
# its pinned hash, so any revision of the package that has this very tarball will do.
fetch_source() {
    local package=$1 tarball=$2 sha256=$3 otherwise="set $4 to a tarball or a directory of it"
    [ -f "$cache/$tarball" ] && [ "$(sha256 "$cache/$tarball")" = "$sha256" ] && return 0
    say "fetching $tarball"
    command -v apt-get > /dev/null || die "$tarball comes from Debian's archive, and there is no apt-get" "$otherwise"
    local apt=$cache/apt base log=$cache/apt.log
    rm -rf "$apt"
    mkdir -p "$apt/lists/partial" "$apt/parts" "$apt/cache/archives/partial" "$apt/source"
    local options=(-q -o "Dir::State::lists=$apt/lists" -o "Dir::Cache=$apt/cache"
        -o "Dir::Etc::sourcelist=$apt/sources.list" -o "Dir::Etc::sourceparts=$apt/parts"
        -o Acquire::Languages=none -o APT::Sandbox::User=root -o Debug::NoLocking=1)
    : > "$log"
    for base in $(apt-get update --print-uris 2> /dev/null | sed -n "s|^'\(.*\)/dists/.*|\1|p" | sort -u); do
        echo "deb-src [trusted=yes] $base $suite main" > "$apt/sources.list"
        if apt-get "${options[@]}" update >> "$log" 2>&1 \
            && (cd "$apt/source" && apt-get "${options[@]}" source --download-only --tar-only "$package") >> "$log" 2>&1 \
            && [ "$(sha256 "$apt/source/$tarball")" = "$sha256" ]; then
            mv "$apt/source/$tarball" "$cache/$tarball"
            rm -rf "$apt"
            return 0
        fi
    done
    die "none of this machine's package mirrors gave $tarball; see $log" "$otherwise"
}

fetch_micropython() {
    fetch_source "micropython=$micropython+ds-1" "$micropython_tarball" "$micropython_sha256" MICROPYTHON_SOURCE
}

fetch_pcre2() {
    fetch_source pcre2 "$pcre2_tarball" "$pcre2_sha256" PCRE2_SOURCE
}

# unpack_micropython DIR
unpack_micropython() {
    local from=${MICROPYTHON_SOURCE:-}
    mkdir -p "$1"
    if [ -z "$from" ]; then
        fetch_micropython
        from=$cache/$micropython_tarball
    fi
    if [ -d "$from" ]; then
        (cd "$from" && tar cf - --exclude=.git py extmod lib shared mpy-cross tools ports/unix LICENSE) | tar xf - -C "$1"
    elif [ -f "$from" ]; then
        tar xf "$from" -C "$1" --strip-components=1
    else
        die "MICROPYTHON_SOURCE=$from is neither a file nor a directory"
    fi
    { grep -q 'MICROPY_VERSION_MINOR 25' "$1/py/mpconfig.h" \
        && grep -q 'MICROPY_VERSION_MICRO 0' "$1/py/mpconfig.h"; } 2> /dev/null \
        || die "$from is not the source of MicroPython $micropython"
}

# unpack_pcre2 DIR: the library alone, with the names that its build gives to two files
unpack_pcre2() {
    local from=${PCRE2_SOURCE:-}
    mkdir -p "$1"
    if [ -z "$from" ]; then
        fetch_pcre2
        from=$cache/$pcre2_tarball
    fi
    if [ -d "$from" ]; then
        (cd "$from" && tar cf - src LICENCE.md) | tar xf - -C "$1"
    else
        tar xf "$from" -C "$1" --strip-components=1 "pcre2-$pcre2/src" "pcre2-$pcre2/LICENCE.md"
    fi
    grep -q '^#define PACKAGE_VERSION "'"$pcre2"'"' "$1/src/config.h.generic" || die "$from is not the source of PCRE2 $pcre2"
    cp "$1/src/pcre2.h.generic" "$1/src/pcre2.h"
    cp "$1/src/pcre2_chartables.c.dist" "$1/src/pcre2_chartables.c"
}

zig_dir=$cache/zig-$zig-$(uname -m)
fetch_zig() {
    [ -x "$zig_dir/ziglang/zig" ] && return 0
    case $(uname -m) in
        x86_64 | aarch64) ;;
        *) die "zig $zig is pinned for x86_64 and aarch64, not for $(uname -m)" ;;
    esac
    say "fetching zig $zig (about 100 MB)"
    local tmp
    tmp=$(mktemp -d "$cache/zig.XXXXXX")
    echo "ziglang==$zig --hash=sha256:$zig_sha256_x86_64 --hash=sha256:$zig_sha256_aarch64" > "$tmp/requirements.txt"
    python3 -m pip download -q --disable-pip-version-check --no-cache-dir --no-deps --only-binary :all: \
        --require-hashes -r "$tmp/requirements.txt" -d "$tmp" > "$cache/pip.log" 2>&1 \
        || die "pip could not download ziglang==$zig; see $cache/pip.log"
    unzip -q "$tmp"/ziglang-*.whl -d "$tmp/unpacked"
    chmod +x "$tmp/unpacked/ziglang/zig"
    rm -rf "$zig_dir"
    mv "$tmp/unpacked" "$zig_dir"
    rm -r "$tmp"
}

# ---- building ---------------------------------------------------------------------------------
# run LOG COMMAND...: quiet, with a sign of life; the end of the log on failure.
run_make() {
    local log=$1
    shift
    make "$@" 2>&1 | tee "$log" | awk '/^(CC|LINK|GEN|MKDIR|FREEZE)/ && ++n % 40 == 0 { printf "       %d steps\n", n > "/dev/stderr" }' \
        || { tail -n 30 "$log" >&2; die "make failed; the whole log is $log"; }
}

build() {
    local dir=$1 src=$1/micropython jobs
    jobs=$(getconf _NPROCESSORS_ONLN)
    need_tools
    fetch_zig
    need_binaryen
    node "$binaryen_dir/bin/wasm-opt" --version > "$cache/node.log" 2>&1 \
        || die "node $(node --version) cannot run binaryen $binaryen; see $cache/node.log" "a newer node may"
    say "unpacking MicroPython $micropython"
    unpack_micropython "$src"
    unpack_pcre2 "$src/lib/pcre2"

    export ZIG=$zig_dir/ziglang/zig ZIG_GLOBAL_CACHE_DIR=$dir/zig-cache ZIG_LOCAL_CACHE_DIR=$dir/zig-cache
    export SOURCE_DATE_EPOCH=$build_date MICROPY_GIT_TAG=v$micropython MICROPY_GIT_HASH=hognose
    export PYTHONDONTWRITEBYTECODE=1
    local p
    for p in "$lang"/patches/*.patch; do
        patch -s -d "$src" -p1 < "$p" || die "the patch $(basename "$p") does not apply"
    done
    mkdir -p "$src/ports/hognose"
    cp -R "$lang"/port/. "$src/ports/hognose/"
    cp -R "$lang/lib" "$src/ports/hognose/lib"
    rm -rf "$src/ports/hognose/lib/__pycache__"
    say "building the bytecode compiler that freezes our Python modules"
    run_make "$dir/mpy-cross.log" -C "$src/mpy-cross" -j"$jobs"

    say "compiling MicroPython to WebAssembly, with $(find "$lang/patches" -name '*.patch' | wc -l) patches"
    run_make "$dir/make.log" -C "$src/ports/hognose" -j"$jobs" CC="$src/ports/hognose/zig-cc" OPT="-Os -g0"

    # A collector cannot see pointers in wasm locals. This order of passes is the one found
    # sound: flatten, so that every pointer is a local; coalesce; spill the live ones to the
    # shadow stack around each call; then optimise. Exceptions become exnref last, because
    # --flatten does not know try_table. vm_dispatch must stay apart from its caller, which calls
    # setjmp: see the patch. hognose_charge must stay a call, for the metering pass. A function with one
    # caller becomes part of it only if it is small: fuel is charged for the whole of a function, whichever way it goes.
    local features=(--enable-exception-handling --enable-bulk-memory --enable-bulk-memory-opt
        --enable-nontrapping-float-to-int --enable-sign-ext --enable-mutable-globals
        --enable-multivalue --enable-reference-types --enable-extended-const)
    local wasm_opt=(node --stack-size=4000 "$binaryen_dir/bin/wasm-opt" "${features[@]}")
    say "optimising (binaryen, about a minute)"
    "${wasm_opt[@]}" --no-inline=vm_dispatch --no-inline=hognose_charge --one-caller-inline-max-function-size=100 --strip-debug --strip-producers -O3 --flatten --simplify-locals-nonesting --vacuum \
        --coalesce-locals --vacuum --spill-pointers -O3 --strip-target-features \
        "$src/ports/hognose/build/python.wasm" -o "$dir/python.legacy.wasm"
    "${wasm_opt[@]}" --translate-to-exnref "$dir/python.legacy.wasm" -o "$dir/python.wasm"
}

# meter FROM TO: makes the runtime count its own work
meter() {
    need_rust
    say "metering"
    cargo build --quiet --release --locked --manifest-path "$root/Cargo.toml" --package hognose
    "$CARGO_TARGET_DIR/release/hognose" bundle meter --runtime "$1" "$2"
}

# ---- the manifest ---------------------------------------------------------------------------
# Development signs it here, with a key that everybody has. A release is signed again, with
# `hognose bundle sign`, by who has the release key.
write_manifest() { # RUNTIME SHA256 SIZE
    local dir
    need_rust
    cargo build --quiet --release --locked --manifest-path "$root/Cargo.toml" --package hognose
    dir=$(mktemp -d "$cache/manifest.XXXXXX")
    cp "$1" "$dir/python.wasm"
    cat > "$dir/manifest.json" << JSON
{
  "name": "lang-python",
  "version": "0.1.0",
  "assets": [
    { "path": "python.wasm", "sha256": "$2", "size": $3, "role": "module" }
  ],
  "commands": [
    { "name": "python", "modulePath": "python.wasm" }
  ],
  "abi": {
    "wasi": "preview1",
    "features": [
      "bulk-memory", "exception-handling", "extended-const", "multivalue", "mutable-globals",
      "nontrapping-fptoint", "reference-types", "sign-extension"
    ],
    "metering": $(sed -n 's/^pub const VERSION: u32 = \(.*\);/\1/p' "$root/crates/core/src/meter/mod.rs")
  },
  "provenance": {
    "source": "micropython $micropython, Debian's $micropython_tarball, and pcre2 $pcre2, Debian's $pcre2_tarball (sha256 $pcre2_sha256), with bundles/lang-python/patches",
    "sourceSha256": "$micropython_sha256",
    "toolchain": { "zig": "$zig", "binaryen": "$binaryen" }
  }
}
JSON
    "$CARGO_TARGET_DIR/release/hognose" bundle sign --development "$dir" >&2 || die "the manifest cannot be signed"
    mv "$dir/manifest.json" "$manifest.new"
    mv "$manifest.new" "$manifest"
    rm -r "$dir"
}

install_runtime() { # FROM: atomically, and only if it differs
    mkdir -p "$(dirname "$out")"
    if ! cmp -s "$1" "$out"; then
        cp "$1" "$out.new.$$"
        mv "$out.new.$$" "$out"
    fi
}

# ---- main -----------------------------------------------------------------------------------
# One build at a time per cache folder: a second caller waits and then finds the result.
exec 9> "$cache/lock"
if ! flock -n 9; then
    say "another build is running; waiting for it"
    flock 9
fi

if [ $fetch = 1 ]; then
    need xz xz-utils # whoever wants the tarball unpacks it
    fetch_micropython
    fetch_pcre2
    exit
fi

keep() { # FROM TO: atomically
    [ "$1" != "$2" ] || return 0
    mkdir -p "$(dirname "$2")"
    cp "$1" "$2.new"
    mv "$2.new" "$2"
}

plain=$built result=$metered
if [ $clean = 1 ] || [ -n "$work" ] || [ ! -f "$built" ]; then
    if [ -n "$work" ]; then
        mkdir -p "$work"
        work=$(cd "$work" && pwd)
        [ -z "$(ls -A "$work")" ] || die "the directory given with --work is not empty: $work"
    else
        rm -rf "$cache/work"
        mkdir "$cache/work"
        work=$cache/work
    fi
    say "building python.wasm (2 to 4 minutes on two cores)"
    (build "$work") # apart: SOURCE_DATE_EPOCH must not reach cargo, which would compile wasmer again
    plain=$work/python.wasm
fi
if [ "$plain" != "$built" ] || [ ! -f "$metered" ]; then
    result=$cache/metered.wasm
    meter "$plain" "$result"
fi

sha=$(sha256 "$result")
size=$(wc -c < "$result")
if [ $update = 1 ]; then
    [ -z "${MICROPYTHON_SOURCE:-}" ] || [ "$(sha256 "$MICROPYTHON_SOURCE" 2> /dev/null)" = $micropython_sha256 ] \
        || die "--update-manifest wants the pinned source, not MICROPYTHON_SOURCE"
    [ -z "${PCRE2_SOURCE:-}" ] || [ "$(sha256 "$PCRE2_SOURCE" 2> /dev/null)" = $pcre2_sha256 ] \
        || die "--update-manifest wants the pinned source, not PCRE2_SOURCE"
    write_manifest "$result" "$sha" "$size"
elif [ "$sha" != "$(manifest_sha256)" ]; then
    die "python.wasm is not the one that manifest.json names" \
        "built:    $sha  ($result)" \
        "manifest: $(manifest_sha256)  (${manifest#"$root"/})" \
        "If port, lib, patches or pins were changed on purpose, run this script with --update-manifest" \
        "and commit manifest.json. If not, the build is not reproducible here: keep the file and report it."
fi

keep "$plain" "$built"
keep "$result" "$metered"
install_runtime "$metered"
[ -z "$plain_out" ] || keep "$built" "$plain_out"
say "python.wasm: $size bytes, sha256 $sha"
