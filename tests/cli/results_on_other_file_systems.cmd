# A folder may be all that one may write to, and a file system of its own.  (Mounts in a name space of
# this case alone; skipped where they may not be made.)
. "$HERE/base.sh"
unshare -m true 2>/dev/null || exit 77
base >a.cfg
cat >inside <<'TEXT'
exec 2>&1
mkdir volume disk kept partial
mount -t tmpfs none volume && mount -t tmpfs none disk || exit 77
run() { says negosim run -q -n 10 "$@"; }
echo 'a file system mounted on the folder:'
run a.cfg -o volume
run a.cfg -o volume --seed 2 --draw-table
grep -c '"seed": 2' volume/manifest.json
ls -A . volume
echo 'a link to another file system:'
mkdir disk/deep
ln -s disk/deep link
run a.cfg -o link
run a.cfg -o link --seed 2
run a.cfg -o link/new/er
ls -A link disk/deep/new/er
echo 'a folder in a folder that cannot be written:'
mkdir -p kept/own && run a.cfg -o kept/own
mount --bind kept kept && mount -t tmpfs none kept/own && mount -o remount,ro,bind kept || exit 77
run a.cfg -o kept/own
run a.cfg -o kept/own --seed 2
run a.cfg -o kept/another
ls -A kept kept/own
echo 'nothing can be moved from .partial: said before any work'
run a.cfg -o partial
mkdir partial/.partial && mount -t tmpfs none partial/.partial || exit 77
cp -r partial before
says negosim run -q -n 1000000000 a.cfg -o partial
diff -r partial before && ls -A partial
TEXT
export HERE
unshare -m sh -c '. "$HERE/base.sh"; . ./inside'
