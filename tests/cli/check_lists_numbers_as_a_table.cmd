. "$HERE/base.sh"
exec 2>&1
base firm_no_deal='    reservation = { normal = (0.2, 0.05); assumption = "say, \"a fifth\", or so"; };' >a.cfg
negosim check a.cfg --csv
