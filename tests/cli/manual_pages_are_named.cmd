for page in "" run scenario results; do negosim manual $page | head -n 4 | sed 's/negosim [0-9.]*"/negosim VERSION"/'; done
negosim manual rn 2>&1; echo "exit $?"
negosim completion csh 2>&1; echo "exit $?"
negosim fields results --json 2>&1; echo "exit $?"
