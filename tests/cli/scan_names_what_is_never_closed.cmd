. "$HERE/base.sh"
text 'a = 1;\n/* and so\non\n'
text 'a = 1;\nb = "and so\non\n'
text 'a = "ends in a backslash\\"\n'
text 'a = {\nb = (\n1, 2'
text 'a = 1;\n};\n'
text 'a = (1, 2 };\n'
text 'a = {\n  b = [1, 2;\n};\n'
