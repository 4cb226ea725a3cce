#!/bin/sh
# hardening.sh - what the compiler has against being led astray is in the program
#
#   hardening.sh PROGRAM
command -v readelf >/dev/null && command -v nm >/dev/null || { echo "no readelf"; exit 77; }
wrong=0
has() { eval "$2" | grep -q "$3" || { echo "missing: $1"; wrong=1; }; }
has "an address that is not fixed" "readelf -hW '$1'" 'Type: *DYN'
has "relocations that cannot be written" "readelf -lW '$1'" GNU_RELRO
has "all relocations at the start" "readelf -dW '$1'" BIND_NOW
has "stack protector" "nm -D '$1'" __stack_chk_fail
has "checks of lengths" "nm -D '$1'" '__[a-z]*printf_chk'
exit $wrong
