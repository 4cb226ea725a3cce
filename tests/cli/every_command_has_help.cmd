negosim --help
echo "exit $?"
negosim -h >short; negosim --help | cmp - short
negosim help | cmp - short
for command in check run bargain sweep merge diff plot init fields manual completion; do
    echo
    echo "--- $command"
    negosim $command --help
    echo "exit $?"
    negosim $command -h >short; negosim $command --help | cmp - short
done
