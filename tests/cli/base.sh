# base.sh - a small scenario in which cases make one mistake each; sourced by them
#
# Each piece is one line, so that the line in a message says which piece it is about:
#
#   1 scenario   2 top   3 issues   4 pay   5 jobs   6 issues_end   7 parties   8 union
#   9 union_weights   10 union_values (or pay_value, jobs_value)   11 union_no_deal   12 union_more
#   13 firm   14 firm_weights   15 firm_no_deal   16 firm_more   17 parties_end   18 end

# base PIECE=TEXT... - prints it, with other texts in place of some pieces.
base() (
    scenario='scenario = { name = "base"; };'
    top=''
    issues='issues = ('
    pay='  { name = "pay"; unit = "%"; from = 0; to = 4; step = 1; all = 4; },'
    jobs='  { name = "jobs"; levels = ("none", "some", "many"); }'
    issues_end=');'
    parties='parties = ('
    union='  { name = "union"; assumption = "made up";'
    union_weights='    weights = { pay = 2; jobs = 1; };'
    pay_value='pay = { kind = "linear"; worst = 0; best = 4; };'
    jobs_value='jobs = { kind = "levels"; none = 0; some = 0.5; many = 1; };'
    union_no_deal='    no_deal = { uniform = (0.1, 0.3); };'
    union_more=''
    firm='}, { name = "firm"; assumption = "made up"; values = { pay = { kind = "linear"; worst = 4; best = 0; }; jobs = { kind = "levels"; none = 1; some = 0.5; many = 0; }; };'
    firm_weights='    weights = { pay = 1; jobs = 1; };'
    firm_no_deal='    reservation = 0.2;'
    firm_more=''
    parties_end='});'
    end=''
    for piece; do
        eval "${piece%%=*}=\${piece#*=}"
    done
    : "${union_values=    values = { $pay_value $jobs_value \};}"
    cat <<TEXT
$scenario
$top
$issues
$pay
$jobs
$issues_end
$parties
$union
$union_weights
$union_values
$union_no_deal
$union_more
$firm
$firm_weights
$firm_no_deal
$firm_more
$parties_end
$end
TEXT
)

# What check says of the cost of a run is another on every machine.
without_cost() {
    sed 's/\( a run of .* draws* takes\) .*/\1 .../'
}

# says COMMAND... - runs it; what it says on both streams, indented, and its status.
says() {
    status=0
    "$@" >said 2>&1 || status=$?
    sed 's/^/    /' said | without_cost
    echo "    exit $status"
    rm said
}

# wrong PIECE=TEXT... - shows the pieces, then what check says of the base with them.
wrong() {
    printf '%s\n' "$@"
    base "$@" >a.cfg
    says negosim check -q a.cfg
}

# text TEXT - shows a whole file, \n and octal \0NNN as printf %b has them, then what check says.
text() {
    printf '%s\n' "$1"
    printf '%b' "$1" >a.cfg
    says negosim check -q a.cfg
}

# sets ARGUMENT... - shows and runs check on the base with these --set.
sets() {
    base >a.cfg
    for value; do
        printf -- '--set %s\n' "$value"
        says negosim check -q a.cfg --set "$value"
    done
}
