. "$HERE/base.sh"
lasting='jobs=  { name = "jobs"; levels = ("none", "some", "many"); lasts = { none = 0; some = 0.5; many = 1; }; }'
ends="union_no_deal=    no_deal = 0.1; extension = 0.1;"
fits='firm_no_deal=    no_deal = 0.2;'
extension='extension = { assumption = "made up"; chance = 0.5; times = 2; days = 30; };'
wrong "$lasting" "$ends" "$fits" "end=$extension"
wrong "$lasting" "$ends" "$fits"
wrong "$lasting" 'union_no_deal=    no_deal = 0.1;' "$fits" "end=$extension"
wrong "$ends" "$fits" "end=$extension"
wrong "$lasting" "$ends" "$fits" 'end=extension = 3;'
wrong "$lasting" "$ends" "$fits" 'end=extension = { };'
wrong "$lasting" "$ends" "$fits" 'end=extension = { chance = 2; times = 0; days = -1; };'
wrong "$lasting" 'union_no_deal=    no_deal = 0.1; extension = 2;' "$fits" "end=$extension"
