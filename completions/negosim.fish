# fish completion of negosim: what a word may be it asks the program itself
#
#   negosim completion fish | source

function __negosim_complete
    set -l words (commandline -opc)
    set -l current (commandline -ct)
    set -l program $words[1]
    set -e words[1]
    set -l head ''
    set -l path $current
    if string match -q -- '--*=*' "$current"
        set head (string replace -r '=.*' '=' -- "$current")
        set path (string replace -r '^[^=]*=' '' -- "$current")
    end
    set path (string replace -r '^~/' "$HOME/" -- "$path")
    set words (string replace -r '^~/' "$HOME/" -- $words)
    for reply in ($program --complete $words "$current" 2>/dev/null)
        set -l found
        switch $reply
            case :scenarios
                set found $path*.cfg $path*/
            case :folders
                set found $path*/
            case :files
                set found $path*
            case '*'
                echo $reply
        end
        for one in $found
            echo $head$one
        end
    end
end
complete -c negosim -f -a '(__negosim_complete)'
complete -c negosim-mpi -f -a '(__negosim_complete)'
