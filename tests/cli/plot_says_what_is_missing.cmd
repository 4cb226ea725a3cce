. "$HERE/base.sh"
base >a.cfg
mkdir empty
says negosim plot nowhere
says negosim plot empty
says negosim plot a.cfg
negosim run -q -n 10 a.cfg -o out
says negosim plot out --axes pay
says negosim plot out --axes pay,
says negosim plot out --axes pay,hours
says negosim plot out --axes job,pay
says negosim plot out --axes pay,pay
says negosim plot out --axes pay,jobs,hours
says negosim plot out --format gif
NEGOSIM_PLOTS=/nowhere says negosim plot out
ls -A out
