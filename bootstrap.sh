#!/bin/sh
# bootstrap.sh - from a fresh Debian 12 to an answer
#
#   ./bootstrap.sh run SCENARIO [OPTION...]   installs what is missing, builds, runs the scenario
#                                             with pictures, says where the results are
#   ./bootstrap.sh test                       installs and builds with the tests, runs the quick ones
#   ./bootstrap.sh build                      only installs and builds
#
# May be called again at any time: what is there is left as it is.  Installing asks for root, or
# sudo.  With BUILD set, builds in that folder instead of ./build.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
build=${BUILD:-$here/build}

build_packages="gcc libc6-dev meson ninja-build pkgconf libgsl-dev libconfig-dev libjansson-dev gnuplot-nox fonts-dejavu-core"
test_packages="libcriterion-dev"

say() { printf 'bootstrap: %s\n' "$*" >&2; }
fail() { say "$@"; exit 1; }

# Installs those of the packages that are missing, and says which.
install() {
    missing=
    for package in "$@"; do
        dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'ok installed' ||
            missing="$missing $package"
    done
    [ -n "$missing" ] || { say "nothing to install"; return 0; }
    say "installing:$missing"
    root=
    if [ "$(id -u)" != 0 ]; then
        command -v sudo >/dev/null || fail "run me as root, or install sudo, or install:$missing"
        root=sudo
    fi
    command -v apt-get >/dev/null || fail "no apt-get here; install the equivalent of:$missing"
    $root apt-get update -qq >&2
    # shellcheck disable=SC2086
    $root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing \
        >"${TMPDIR:-/tmp}/negosim-install.$$" 2>&1 || {
        cat "${TMPDIR:-/tmp}/negosim-install.$$" >&2
        fail "could not install:$missing"
    }
    rm -f "${TMPDIR:-/tmp}/negosim-install.$$"
}

# Builds with or without the tests; a folder configured the other way is configured anew.
build() {
    log=$build/bootstrap.log
    mkdir -p "$build"
    if [ -f "$build/build.ninja" ]; then
        meson configure "$build" -Dtests="$1" >"$log" 2>&1 || { cat "$log" >&2; fail "cannot configure"; }
    else
        meson setup "$build" "$here" -Dtests="$1" >"$log" 2>&1 || { cat "$log" >&2; fail "cannot configure"; }
    fi
    say "building in $build"
    ninja -C "$build" >"$log" 2>&1 || { cat "$log" >&2; fail "cannot build"; }
}

command=${1:-}
[ $# -gt 0 ] && shift
case $command in
run)
    [ $# -gt 0 ] || fail "run what? ./bootstrap.sh run scenarios/six_week.cfg"
    # shellcheck disable=SC2086
    install $build_packages
    build auto
    "$build/src/negosim" run "$@" --plot
    say "the program is $build/src/negosim"
    ;;
test)
    # shellcheck disable=SC2086
    install $build_packages $test_packages
    build enabled
    exec meson test -C "$build" --no-rebuild --print-errorlogs "$@"
    ;;
build)
    # shellcheck disable=SC2086
    install $build_packages
    build auto
    say "built $build/src/negosim"
    ;;
help | -h | --help)
    sed -n '2,/^set/{/^set/d;s/^# \{0,1\}//;p}' "$0"
    ;;
*)
    sed -n '2,/^set/{/^set/d;s/^# \{0,1\}//;p}' "$0" >&2
    exit 2
    ;;
esac
