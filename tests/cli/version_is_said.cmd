negosim --version
