#!/bin/sh
# package.sh - the Debian package: built twice to equal bytes, passed by lintian, installed, used, removed
#
#   .ci/package.sh               into an empty root, by dpkg alone: half a minute a build
#   .ci/package.sh --bootstrap   into a Debian 12 of its own (debootstrap, network, root), by the README's line
#
# Needs debhelper, lintian, gnuplot and what negosim is built with.
set -eu
cd "$(dirname "$0")/.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
fail() { echo "package.sh: $*" >&2; exit 1; }

# Everything of this folder that belongs to the project, in a folder of another name.
build() {
    mkdir -p "$work/$1"
    git ls-files -co --exclude-standard | tar cf - -T - | tar xf - -C "$work/$1"
    (cd "$work/$1" && DEB_BUILD_OPTIONS="noautodbgsym parallel=$(nproc)" dpkg-buildpackage -us -uc -b) >"$work/log" 2>&1 ||
        { tail -n 40 "$work/log"; fail "does not build"; }
}

build one/negosim
(umask 077 && export TZ=Pacific/Kiritimati LC_ALL=C.UTF-8 && build another/place/of/it)
package=$(echo "$work"/one/negosim_*.deb)
cmp "$package" "$work"/another/place/of/negosim_*.deb || fail "two builds differ"
lintian --allow-root --fail-on error,warning --info "$work"/one/negosim_*.changes
echo "figures: $(basename "$package"), $(wc -c <"$package") bytes, twice the same"

# What has the name, but for the package that was handed in, apt's copy of it and logs.
left() { find "$1" -xdev -name '*negosim*' ! -name '*.deb' ! -path "$1/proc/*" ! -path '*/var/log/*'; }

# dpkg alone: the root has nothing but what the package brings; libraries are this machine's.
by_dpkg() {
    root=$work/root
    mkdir -p "$root/var/lib/dpkg/info" "$root/var/lib/dpkg/updates"
    touch "$root/var/lib/dpkg/status"
    dpkg --root="$root" --force-not-root --force-depends --log="$work/dpkg.log" -i "$package" >"$work/said" 2>&1 ||
        { cat "$work/said"; fail "cannot be installed"; }
    (cd "$work" && env -u NEGOSIM_PLOTS "$root/usr/bin/negosim" run "$root/usr/share/negosim/scenarios/wage_round.cfg" -q -n 100 --plot --report -o out && "$root/usr/bin/negosim" show out >/dev/null)
    man --manpath="$root/usr/share/man" -w negosim-run >/dev/null || fail "no page of run"
    dpkg --root="$root" --force-not-root --log="$work/dpkg.log" --purge negosim >"$work/said" 2>&1
    [ -z "$(left "$root")" ] || fail "left behind: $(left "$root")"
    [ -z "$(find "$root" -type f ! -path '*/var/lib/dpkg/*')" ] || fail "files are left behind"
}

by_bootstrap() {
    root=$work/bookworm
    debootstrap --variant=minbase bookworm "$root" >"$work/said" || { tail "$work/said"; fail "cannot bootstrap"; }
    cp "$package" "$root/tmp/"
    chroot "$root" env DEBIAN_FRONTEND=noninteractive PATH=/usr/sbin:/usr/bin:/sbin:/bin sh -euc '
        cd /tmp
        apt-get update -qq
        apt-get install -y -qq ./negosim_*.deb >/tmp/said 2>&1
        negosim run /usr/share/negosim/scenarios/wage_round.cfg -q -n 100 --plot --report -o out
        apt-get purge -y -qq negosim >/tmp/said 2>&1'
    mv "$root/tmp/out" "$work/out"
    [ -z "$(left "$root")" ] || fail "left behind: $(left "$root")"
}

if [ "${1:-}" = --bootstrap ]; then by_bootstrap; else by_dpkg; fi
[ -s "$work/out/report.html" ] || fail "no page"
for picture in map front levels proposals; do [ -s "$work/out/$picture.png" ] || fail "no $picture.png"; done
echo "package.sh: installed, used, removed"
