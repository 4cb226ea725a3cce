exec 2>&1
say() { echo "$@"; negosim "$@" >/dev/full; echo "exit $?"; }
say fields
say init -
say --help
say --version
say check "$ROOT/scenarios/wage_round.cfg"
say run "$ROOT/scenarios/wage_round.cfg" -n 10
