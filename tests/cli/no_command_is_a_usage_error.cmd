negosim
