print(repr("it's"), repr('say "x"'), repr("a\n\t\\\x00"), ascii("é"), "\u00e9", b"a\x00\xff", "é" == "\u00e9")
