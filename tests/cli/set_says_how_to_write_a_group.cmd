. "$HERE/base.sh"
talks='talks = { assumption = "made up"; start = "2024-01-01"; deadline = "2024-03-01"; round_days = 2;
parties = ( { name = "union"; strategy = "polynomial"; }, { name = "firm"; strategy = "polynomial"; } ); };'
base end="$talks" >a.cfg
set_to() {
    echo "--set $1"
    says negosim check -q a.cfg --set "$1"
}
echo '# a group that is not there'
for one in talks.mediator.final_on=2024-02-01 talks.mediator.knows=0.5 talks.mediator.pilot.on=20 \
    union.reference.terms.pay=3; do
    set_to "$one"
done
echo '# as it says'
set_to 'talks.mediator={ final_on = "2024-02-01"; }'
echo '# what no group is called'
set_to talks.mediater.final_on=2024-02-01
echo '# too long to show'
set_to "talks.mediator.final_on=$(printf '%0300d' 0)"
