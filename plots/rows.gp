# rows.gp - what pictures of a table's rows share: bars, or marks beside each other, with names left and notes right
#
# A script loads words.gp (after it has set HERE), then this, and calls `eval room_for(ROWS, SERIES)`, which makes the
# arrays.  It fills them, sets N and the names below, and loads draw_rows.gp.  What comes from a file stays in arrays.
#   GROUP[i]    a heading above row i, or ""       LABEL[i], NOTE[i]   left and right of it; NOTE may be ""
#   ROW         its height in inches: more of it where LABEL or NOTE has two lines
#   AT[p]       a value, p = mark_of(i, k) of series k; FROM[p], TO[p] its whisker (none: NaN)
#   TINT[i]     with BARS = 1, which takes one series: the colour of a bar
#   SHAPE[k], SHADE[k]    else: mark and colour of a series; FLAT = 1: marks of a row on one line, not side by side;
#               LANES: on so many lines, where series from LANES + 1 on stand on those of the first
#   XLO, XHI, PERCENT (1: the axis says per cent), XNAME, NOTED (a heading over the notes), SUB
#   KEYS, KEY[k], KEYHUE[k], KEYMARK[k]    the key: squares, or marks where KEYMARK is not 0
room_for(rows, series) = sprintf("NS = %d; array GROUP[%d]; array LABEL[%d]; array NOTE[%d]; array TINT[%d]; array AT[%d]; array FROM[%d]; array TO[%d]; " \
  ."array SHAPE[%d]; array SHADE[%d]; do for [i=1:%d] { GROUP[i] = ''; LABEL[i] = ''; NOTE[i] = ''; TINT[i] = INK }; do for [i=1:%d] { AT[i] = NaN; FROM[i] = NaN; TO[i] = NaN }; " \
  ."N = 0; BARS = 0; LANES = NS; FLAT = %d; PERCENT = 1; XLO = 0; XHI = 1; XNAME = ''; NOTED = ''; SUB = ''; KEYS = 0; REST = ''", \
  series, rows+1, rows+1, rows+1, rows+1, (rows+1)*series, (rows+1)*series, (rows+1)*series, series, series, rows+1, (rows+1)*series, series == 1)
ROW = 0.21
mark_of(i, k) = (i-1)*NS + k
array KEYMARK[MANY]
do for [k=1:MANY] { KEYMARK[k] = 0 }
is_there(v) = v == v   # NaN is not
points(v) = abs(v) < 0.0005 ? "0 points" : (v > 0 ? "+" : "−").sprintf(abs(v) < 0.0995 ? "%.1f points" : "%.0f points", 100*abs(v))
# a key for each party and, with `all`, one for all; parties are series 1 to NPARTY
NPARTY = words(PARTIES)
party_marks(all) = sprintf("KEYS = 0; do for [k=1:NPARTY+%d] { KEYS = k; KEY[k] = k > NPARTY ? WHOEVER : PARTY[k]; SHADE[k] = k > NPARTY ? INK : hue(k); SHAPE[k] = k > NPARTY ? 7 : mark(k); KEYHUE[k] = SHADE[k]; KEYMARK[k] = SHAPE[k] }", all)
# the first SOME rows of each value of a column, in the order of the file, or the largest by another column first
first_of(file, group, by, some) = "< awk -F, -v g='".group."' -v b='".by."' -v some=".sprintf("%d", some)." '" \
  ."NR == 1 { for (i = 1; i <= NF; i++) at[$i] = i; print; next } " \
  ."{ p = $at[g]; if (!(p in n)) order[++np] = p; line[p, ++n[p]] = $0; size[p, n[p]] = b == \"\" ? -n[p] : $at[b] + 0 } " \
  ."END { for (q = 1; q <= np; q++) { p = order[q]; for (t = 0; t < some; t++) { best = 0; for (i = 1; i <= n[p]; i++) if (!((p, i) in done) && (!best || size[p, i] > size[p, best])) best = i; " \
  ."if (!best) break; done[p, best] = 1; print line[p, best] } } }' '".file."'"
counted(pipe) = int(system(pipe[3:*]." | sed 1d | grep -c . || true"))
# from one level to another: whole where both have room
change(from, to) = columns(from) + columns(to) <= 60 ? from." → ".to : cut(from, 24)." → ".cut(to, 24)
of_proposal(name) = name eq "" ? "The package that ".agreed("all accept", "passes")." most often" : quoted(name)
