# Texts become one for libconfig, without comments; a mistake is still where it was written.
. "$HERE/base.sh"
cat >inner.cfg <<'TEXT'
/* two
   lines */ # and a third thing
run = { draws = 100; /* in
  between */ sed = 1; };
TEXT
printf '// nothing\n\n  @include "inner.cfg" // rest of the line\n' >outer.cfg
{
    echo '@include "outer.cfg" /* and'
    echo 'on */ /**/'
    base pay='  { name = "pay"; from = 0; to = 4; stepp = 1; all = 4; }, # a comment'
} >a.cfg
says negosim check -q a.cfg
echo 'what libconfig finds:'
printf '# one\nrun = { draws = [ 1, /* a\n */ 1.5 ]; };\n' >inner.cfg
says negosim check -q a.cfg
echo 'a comment of 4 MB in a file that is included:'
{ printf '#'; head -c 4000000 /dev/zero | tr '\0' x; printf '\nrun = { draws = 0; };\n'; } >inner.cfg
says negosim check -q a.cfg
