#compdef negosim negosim-mpi
# zsh completion of negosim: what a word may be it asks the program itself
#
#   source <(negosim completion zsh)

_negosim() {
    local reply text about
    local -a whole begun before
    before=("${(@Q)words[2,CURRENT-1]}")
    before=("${(@)before/#\~\//$HOME/}")
    for reply in "${(@f)$("${~${(Q)words[1]}}" --complete "${(@)before}" "${(Q)PREFIX}" 2>/dev/null)}"; do
        text=${reply%%$'\t'*}
        about=${${reply#"$text"}#$'\t'}
        case $reply in
        :scenarios | :folders | :files)
            [[ $PREFIX == --*=* ]] && compset -P '*='
            ;|
        :scenarios) _files -g '*.cfg' ;;
        :folders) _files -/ ;;
        :files) _files ;;
        *=*$'\t'* | *=)
            if [[ $text == *= ]]; then
                begun+=("${text//:/\\:}${about:+:$about}")
            else
                whole+=("${text//:/\\:}${about:+:$about}")
            fi
            ;;
        ?*) whole+=("${text//:/\\:}${about:+:$about}") ;;
        esac
    done
    (($#begun)) && _describe -t begun 'value' begun -S ''
    (($#whole)) && _describe -t whole 'word' whole
}

if [[ $funcstack[1] == _negosim ]]; then
    _negosim "$@"
else
    compdef _negosim negosim negosim-mpi
fi
