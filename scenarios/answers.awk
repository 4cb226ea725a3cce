# answers.awk - the answers of the record beside the model's, and scores of both, from proposals.csv of some runs
#
#   awk -f scenarios/answers.awk DIR/proposals.csv...
#
# DIR names the scenario.  For each answer: accepts or refuses; whether it was the party's own offer; whose it is;
# its doubt; then the share of draws in which the modelled party accepts in each of three readings: by leaders and
# bodies as the proposal would be carried out, by the leaders alone, and if all of it were kept; last the share in
# which the model gives the recorded answer in the reading that the answer asks for.
#
# A rule says of each answer that it is "accepts" with probability p; the model's p is e + (1 - 2e) share, e the
# answer's doubt.  Brier score: mean (p - said)^2; logarithmic score: mean -ln of the probability of what was said, a
# share of draws being no nearer to 0 or 1 than `least`.  Two rules know no model: `constant`, the share of the other
# answers that are "accepts"; and `own_yes`, that own offers are accepted and others as often as the other ones that are
# not own.  In brackets 95 % of bootstrap samples of whole scenarios (answers of one are not independent).
# Lower is better.

BEGIN {
    FS = ","
    if (!least) least = 0.00025
    samples = 2000
    random = 1
    rules = split("ratified leaders if_kept as_given constant own_yes", rule, " ")
}

FNR == 1 {
    split("", column)
    for (i = 1; i <= NF; i++) column[$i] = i
    parties = 0
    for (i = 1; i <= NF; i++)
        if ($i ~ /^recorded_/) party[++parties] = substr($i, length("recorded_") + 1)
    scenario = FILENAME
    sub(/\/[^\/]*$/, "", scenario)
    sub(/.*\//, "", scenario)
    next
}

{
    for (j = 1; j <= parties; j++) {
        who = party[j]
        said = $column["recorded_" who]
        if (said == "") continue
        given = $column["answer_" who]
        printf "%-18s %-24s %-8s %-8s %-3s %-8s %-4s %.2f %.2f %.2f  %s\n", scenario, $1, who, said,
            $column["own_" who] ? "own" : "-", $column["by_" who], $column["doubt_" who],
            $column["accept_" who], $column["leaders_accept_" who], $column["if_kept_accept_" who],
            given == "" ? "-" : sprintf("%.2f", given)
        if (said == "disputed") continue
        n++
        y[n] = said == "accepts"
        own[n] = $column["own_" who]
        if (!(scenario in place)) place[scenario] = ++places
        at[n] = place[scenario]
        e = $column["doubt_" who]
        p["ratified", n] = e + (1 - 2 * e) * $column["accept_" who]
        p["leaders", n] = e + (1 - 2 * e) * $column["leaders_accept_" who]
        p["if_kept", n] = e + (1 - 2 * e) * $column["if_kept_accept_" who]
        p["as_given", n] = e + (1 - 2 * e) * (y[n] ? given : 1 - given)
        yes += y[n]
        if (!own[n]) {
            others++
            other_yes += y[n]
        }
    }
}

function bounded(x) { return x < least ? least : x > 1 - least ? 1 - least : x }

# Numbers that are the same with every awk: Park and Miller (1988), Communications of the ACM 31:1192.
function uniform() {
    random = random * 16807 % 2147483647
    return random / 2147483647
}

# The value that a share of value[1..count] does not exceed; sorts them (heapsort: no awk has a sort).
function sink(value, root, count,    child, x) {
    x = value[root]
    for (; (child = 2 * root) <= count; root = child) {
        if (child < count && value[child + 1] > value[child]) child++
        if (value[child] <= x) break
        value[root] = value[child]
    }
    value[root] = x
}
function sort(value, count,    i, x) {
    for (i = int(count / 2); i >= 1; i--) sink(value, i, count)
    for (i = count; i > 1; i--) {
        x = value[1]
        value[1] = value[i]
        value[i] = x
        sink(value, 1, i - 1)
    }
}

# "mean [low, high]" of score[1..n] over the answers that `group` has.
function interval(score, group,    k, s, i, sum, count, mean, total, number, b, kept, value) {
    for (s = 1; s <= places; s++) total[s] = number[s] = 0
    for (k = 1; k <= n; k++)
        if (group == "all" || (own[k] ? "own" : "others") == group) {
            total[at[k]] += score[k]
            number[at[k]]++
            sum += score[k]
            count++
        }
    if (!count) return "-"
    mean = sum / count
    for (b = 1; b <= samples; b++) {
        sum = count = 0
        for (i = 1; i <= places; i++) {
            s = int(uniform() * places) + 1
            sum += total[s]
            count += number[s]
        }
        if (count) value[++kept] = sum / count
    }
    sort(value, kept)
    return sprintf("%.3f [%.3f, %.3f]", mean, value[int(kept * 0.025) + 1], value[int(kept * 0.975 + 0.5)])
}

END {
    if (!n) exit
    for (k = 1; k <= n; k++) {
        p["constant", k] = n > 1 ? (yes - y[k]) / (n - 1) : 0.5
        p["own_yes", k] = own[k] ? 1 : others > 1 ? (other_yes - y[k]) / (others - 1) : 0.5
    }
    split("all own others", group, " ")
    printf "\n%d answers, %d of them \"accepts\", %d to own offers\n", n, yes, n - others
    printf "%-9s %-7s %-22s %s\n", "rule", "answers", "Brier score", "logarithmic score"
    for (r = 1; r <= rules; r++)
        for (g = 1; g <= 3; g++) {
            for (k = 1; k <= n; k++) {
                brier[k] = (p[rule[r], k] - y[k]) ^ 2
                logarithmic[k] = -log(bounded(y[k] ? p[rule[r], k] : 1 - p[rule[r], k]))
            }
            printf "%-9s %-7s %-22s %s\n", rule[r], group[g], interval(brier, group[g]), interval(logarithmic, group[g])
        }
}
