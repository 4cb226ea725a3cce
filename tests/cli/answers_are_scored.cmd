# What an answer scores with its doubt is theory vector record_doubt: .31 with a doubt of .2, said to refuse.
mkdir one
cat >one/proposals.csv <<'CSV'
proposal,accept_p,recorded_p,leaders_accept_p,if_kept_accept_p,answer_p,by_p,own_p,doubt_p
a,0.31,refuses,0.31,0.31,0.69,ratified,0,0.2
CSV
awk -f "$ROOT/scenarios/answers.awk" one/proposals.csv | grep -E 'ratified|as_given'
sed -n '/"id": "record_doubt"/,/"tol"/s/^ *"\(brier\|log\)_refuses"/\1/p' "$ROOT/tests/theory_vectors.json" | head -n 2
echo 'the same with any awk, and base rates by hand: 1, 1, 0 leave 1/2, 1/2, 1; without the own offer 0, 1'
mkdir two
cat >two/proposals.csv <<'CSV'
proposal,accept_p,accept_q,recorded_p,recorded_q,leaders_accept_p,leaders_accept_q,if_kept_accept_p,if_kept_accept_q,answer_p,answer_q,by_p,by_q,own_p,own_q,doubt_p,doubt_q
a,0.5,0.25,accepts,refuses,0.75,0.5,1,0.25,1,0.75,leaders,ratified,1,0,0,0
b,0,,accepts,,0,,0,,0,,ratified,,0,,0,
c,0.4,0.5,disputed,,0.4,0.5,0.4,0.5,,,leaders,,0,,0,
CSV
awk -f "$ROOT/scenarios/answers.awk" two/proposals.csv >mine
cat mine
for other in gawk mawk 'busybox awk' original-awk; do
    command -v ${other%% *} >/dev/null || continue
    $other -f "$ROOT/scenarios/answers.awk" two/proposals.csv | cmp - mine
done
