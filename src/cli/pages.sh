#!/bin/sh
# pages.sh - the manual's pages as files, written by the program: pages.sh PROGRAM FOLDER PAGE.SECTION...
set -eu
program=$1 folder=$2
shift 2
for file; do
    case $file in
    negosim.1) page=negosim ;;
    negosim.5) page=scenario ;;
    negosim-results.5) page=results ;;
    negosim-mpi.1)
        echo '.so man1/negosim.1' >"$folder/$file"
        continue
        ;;
    *)
        page=${file#negosim-}
        page=${page%.1}
        ;;
    esac
    "$program" manual "$page" >"$folder/$file"
done
