#!/bin/sh
# domain.sh - a domain without doubt of a given grid, as scenarios from the literature are: domain.sh LEVELS...
#
# Two parties, equal weights, values by level in an order of each party's own, reservations 0.5.
awk 'BEGIN {
    n = ARGC - 1
    print "scenario = { name = \"domain\"; assumption = \"made\"; };\nissues = ("
    for (k = 0; k < n; k++) {
        printf "%s{ name = \"i%d\"; levels = (", k ? ",\n" : "", k
        for (l = 0; l < ARGV[k + 1]; l++) printf "%s\"v%d\"", l ? ", " : "", l
        printf "); }"
    }
    print ");\nparties = ("
    for (p = 0; p < 2; p++) {
        printf "%s{ name = \"p%d\"; reservation = 0.5; weights = {", p ? ",\n" : "", p
        for (k = 0; k < n; k++) printf " i%d = 1;", k
        printf " }; values = {"
        for (k = 0; k < n; k++) {
            printf " i%d = { kind = \"levels\";", k
            for (l = 0; l < ARGV[k + 1]; l++)
                printf " v%d = %.17g;", l, ((l * (7 + 4 * p) + 3 * k) % ARGV[k + 1]) / (ARGV[k + 1] - 1)
            printf " };"
        }
        printf " }; }"
    }
    print ");"
    exit
}' "$@"
