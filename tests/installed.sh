#!/bin/sh
# installed.sh BUILD - what `DESTDIR=... meson install` leaves is whole: program, pictures, manual, completion, scenarios
set -eu
build=$(realpath "$1") source=$(realpath "$(dirname "$0")/..") scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
cd "$scratch"
unset NEGOSIM_PLOTS
wrong=0
fail() { echo "installed.sh: $*"; wrong=1; }

DESTDIR=$scratch/tree meson install -C "$build" --no-rebuild >log 2>&1 || { cat log; exit 1; }
program=$(find tree -type f -name negosim -path '*/bin/*')
[ -x "$program" ] || { fail "no program"; exit 1; }
prefix=$(dirname "$(dirname "$program")")
PATH=$scratch/$prefix/bin:$PATH

# a gnuplot that only says which scripts it is given
mkdir fake
printf '#!/bin/sh\nfor last; do :; done\necho "$last" >>%s\n' "$scratch/scripts" >fake/gnuplot
chmod +x fake/gnuplot
negosim init wages.cfg >said
negosim run wages.cfg -q -n 10 -o out
PATH=$scratch/fake:$PATH negosim plot out >>said 2>&1 || : # it draws nothing, which is an error
grep -q . scripts || fail "no script was run"
grep -v "^$(realpath "$prefix")/share/negosim/plots/[a-z]*\.gp$" scripts && fail "scripts of another folder"

share=$prefix/share
for page in 1/negosim.1 5/negosim.5 5/negosim-results.5; do [ -s "$share/man/man$page" ] || fail "no $page"; done
for command in $(negosim --help | sed -nE 's/^  ([a-z]+) .*/\1/p'); do
    negosim manual "$command" | cmp - "$share/man/man1/negosim-$command.1" || fail "no page of $command"
done
negosim completion bash | cmp - "$share/bash-completion/completions/negosim" || fail "no completion for bash"
negosim completion zsh | cmp - "$share"/zsh/*/_negosim || fail "no completion for zsh"
negosim completion fish | cmp - "$share/fish/vendor_completions.d/negosim.fish" || fail "no completion for fish"
negosim check -q "$share/negosim/scenarios/six_week.cfg" || fail "no scenario with what it includes"
[ -s "$share/doc/negosim/docs/scenario.md" ] || fail "no documents"
! grep -rlF "$source/plots" tree || fail "the path of the source is in what is installed"

[ $wrong = 0 ] && echo "installed: $(find tree -type f | wc -l) files"
exit $wrong
