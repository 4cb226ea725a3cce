#!/bin/sh
# shape.sh - a scenario of two parties and a given grid: shape.sh DRAWS LEVELS...
#
# Weights uniform on (0.5, 2), three of four issues opposed, values by a power with an uncertain
# exponent, reservations uniform on (0.4, 0.6).
draws=$1
shift
echo "scenario = { name = \"shape\"; }; run = { draws = $draws; }; issues = ("
k=0
for n in "$@"; do
    echo "{ name = \"i$k\"; from = 0; to = $((n - 1)); step = 1; },"
    k=$((k + 1))
done | sed '$ s/,$//'
echo "); parties = ("
for party in a b; do
    echo "{ name = \"$party\"; reservation = { uniform = (0.4, 0.6); }; weights = {"
    k=0; for n in "$@"; do echo "i$k = { uniform = (0.5, 2); };"; k=$((k + 1)); done
    echo "}; values = {"
    k=0
    for n in "$@"; do
        worst=0 best=$((n - 1))
        [ $party = b ] && [ $((k % 4)) != 3 ] && worst=$best best=0
        echo "i$k = { kind = \"power\"; worst = $worst; best = $best; exponent = { uniform = (0.5, 2); }; };"
        k=$((k + 1))
    done
    echo "}; },"
done | sed '$ s/,$//'
echo ");"
