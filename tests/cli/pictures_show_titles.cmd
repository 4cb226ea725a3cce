# Titles of levels, proposals, phases and bodies in pictures: what gnuplot is told, and the words of the SVG.
. "$HERE/base.sh"
command -v gnuplot >/dev/null || exit 77
exec 2>&1
export LC_ALL=C.UTF-8
words() { grep -ho '<text>.*' "out/$1.svg" | sed 's/<[^>]*>//g; s/\xc2\xa0/ /g; s/\xe2\x80\x8e/<mark>/g; s/^/  /; s/ *$//' | grep "${2:-[[:alpha:]]}" | sort -u; }
proposals='proposals = ( { name = "first_offer"; title = "العرض الأول"; by = "firm"; terms = { pay = 2; jobs = "some"; seats = "some"; }; },
    { name = "last_offer"; title = "The firm'"'"'s last offer"; by = "firm"; terms = { pay = 3; jobs = "many"; seats = "some"; }; } );'
base issues='issues = ( { name = "seats"; title = "席位"; levels = ("none", "some"); titles = { some = "一些席位"; }; },' \
    jobs='  { name = "jobs"; levels = ("none", "some", "many"); titles = { some = "some of the jobs"; }; }' end="$(echo "$proposals" | tr -d '\n')" \
    union_weights='    weights = { pay = 2; jobs = 1; seats = 0; };' firm_weights='    weights = { pay = 1; jobs = 1; seats = 0; };' \
    firm_more='bodies = ( { name = "board"; title = "the board of the firm"; veto = true; no_deal = 0.05; } );' >a.cfg
negosim run a.cfg -q -n 100 -o out
mkdir bin
printf '#!/bin/sh\necho "$2" | tr ";" "\\n" | sed "s/^ *//; s/\\xe2\\x80\\x8e/<mark>/g" | grep -E "TITLE|WIDE|LACKING"; exit 1\n' >bin/gnuplot
printf '#!/bin/sh\necho 20-7e\necho 600-6ff 5e2d\n' >bin/fc-list
chmod +x bin/*
(PATH=$PWD/bin:$PATH && says negosim plot out)
echo '# two scenarios, one name'
sed "s/name = \"base\"/name = \"later\"/; s/The firm's last offer/Its last offer/; s/some of the jobs/half of the jobs/" a.cfg >b.cfg
negosim diff a.cfg b.cfg -q -n 50 -o diff
(PATH=$PWD/bin:$PATH && says negosim plot diff | grep TITLE)
echo '# numbers have no titles; fonts without letters'
cat >some.gp <<'TEXT'
PARTIES = "union firm"; ISSUES = "jobs"; PARTY_TITLES = "工會\tThe firm"; ISSUE_TITLES = "jobs"; TITLE = "工會, 2024"
array TITLED[3] = ["level.jobs.some", "proposal.a_b", "last:proposal.a_b"]; array TITLE_OF[3] = ["一些席位", "A", "another A"]
DIR = "."; WIDE = "工會一些席位"; LACKING = lacks
load style
print TITLE, " ", PARTY[1], " ", PARTY[2], " ", level("jobs", "some"), " ", level("seats", "some"), " ", proposal("a_b"), " ", proposal_of("last", "a_b"), " ", proposal("c_d")
print columns("a工"), " ", cut("工會一些席位", 7), " ", wrap("工會一些席位", 4)
TEXT
for out in a.svg a.png; do for lacks in '' 會一; do
    gnuplot -e "style = '$ROOT/plots/style.gp'; lacks = '$lacks'; OUT = '$out'" some.gp
done; done
echo '# as they are drawn'
negosim plot out -q --format svg
for picture in levels map front; do echo "$picture:" && words $picture; done
for picture in proposals prices bodies; do echo "$picture:" && words $picture '→ [^0-9]\|mark\|offer\|board'; done
echo '# an older folder has names'
rm out/facts.json
negosim plot out -q --format svg && words bodies 'board\|offer'
