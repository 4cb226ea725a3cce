# bash completion of negosim: what a word may be it asks the program itself
#
#   source <(negosim completion bash)

_negosim() {
    local line=${COMP_LINE:0:COMP_POINT} words=() i
    # words as a program gets them: bash's own also end at = and :
    for ((i = 0; i <= COMP_CWORD; i++)); do
        if ((i == 0)) || [[ $line == [[:blank:]]* ]]; then
            words+=("${COMP_WORDS[i]}")
            line=${line#"${line%%[![:blank:]]*}"}
        else
            words[-1]+=${COMP_WORDS[i]}
        fi
        line=${line#"${COMP_WORDS[i]}"}
    done
    local current=${words[-1]} before='' breaks=${COMP_WORDBREAKS//[^=:]/} reply path
    # what bash leaves alone, and does not want to have again
    [[ $breaks && $current == *[$breaks]* ]] && before=${current%"${current##*[$breaks]}"}
    path=$current
    [[ $current == --*=* ]] && path=${current#*=}
    path=${path/#\~\//$HOME/}

    local given=("${words[@]:1}")
    given=("${given[@]//\\/}")
    given=("${given[@]/#\~\//$HOME/}")
    COMPREPLY=()
    while IFS=$'\t' read -r reply _; do
        case $reply in
        :scenarios)
            mapfile -t -O ${#COMPREPLY[@]} COMPREPLY < <(compgen -d -- "$path"; compgen -f -X '!*.cfg' -- "$path")
            compopt -o filenames 2>/dev/null
            ;;
        :folders)
            mapfile -t -O ${#COMPREPLY[@]} COMPREPLY < <(compgen -d -- "$path")
            compopt -o filenames 2>/dev/null
            ;;
        :files)
            mapfile -t -O ${#COMPREPLY[@]} COMPREPLY < <(compgen -f -- "$path")
            compopt -o filenames 2>/dev/null
            ;;
        *)
            COMPREPLY+=("${reply#"$before"}")
            [[ $reply == *= ]] && compopt -o nospace 2>/dev/null
            ;;
        esac
    done < <("${1/#\~\//$HOME/}" --complete "${given[@]}" 2>/dev/null)
    return 0
}
complete -F _negosim negosim negosim-mpi
