. "$HERE/base.sh"
wrong 'end=forbidden = 3;'
wrong 'end=forbidden = { pay = 1; jobs = "some"; };'
wrong 'end=forbidden = ( 3 );'
wrong 'end=forbidden = ( { } );'
wrong 'end=forbidden = ( { pay = 1; } );'
wrong 'end=forbidden = ( { pay = 1; job = "some"; } );'
wrong 'end=forbidden = ( { pay = 1; jobs = "same"; } );'
wrong 'end=forbidden = ( { pay = "high"; jobs = "some"; } );'
wrong 'end=forbidden = ( { pay = (); jobs = "some"; } );'
wrong 'end=forbidden = ( { pay = { over = 2; }; jobs = "some"; } );'
wrong 'end=forbidden = ( { pay = { above = "x"; }; jobs = "some"; } );'
wrong 'end=forbidden = ( { pay = { }; jobs = "some"; } );'
wrong 'end=forbidden = ( { pay = 1; jobs = { above = 1; }; } );'
wrong 'end=forbidden = ( { pay = 17; jobs = "some"; } );'
wrong 'end=forbidden = ( { pay = 1; jobs = "some"; note = 3; } );'
echo 'nine issues in one'
i=0; while [ $i -lt 8 ]; do i=$((i + 1)); printf '{ name = "issue%d"; levels = (1, 2); },' $i; done >many
base pay="$(cat many)" end="forbidden = ( { $(for i in 1 2 3 4 5 6 7 8; do printf 'issue%d = 1; ' $i; done) jobs = \"some\"; } );" >a.cfg
negosim check a.cfg 2>&1 | grep combination
echo 'all there are'
wrong 'end=forbidden = ( { pay = { above = -1; }; jobs = ("none", "some", "many"); } );'
