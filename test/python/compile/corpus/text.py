a = f""
a = f"text"
a = f"{x}"
a = f"a{x}b{y}c"
a = f"{x!r}{x!s}{x!a}"
a = f"{x:>5}{x!r:{width}}{x:{a}.{b}}"
a = f"{x=}{x=!s}{x=:5}{x + 1 = }"
a = f"{{}}" "b" f"{x}"
a = f"{x,}{(lambda: 1)()}{[y for y in x]}"
a = "%s" % x
a = "%s %r" % (x, y)
a = "%-5s|%5.2r|%%|%.3a" % (x, y, z)
a = "%d" % (x,)
a = "%s" % (1,)
a = "%s %s" % (x,)
a = "%s" % (*x,)
a = "%100s" % (x,)
a = "%(a)s" % {"a": x}
a = f"{a}{b}{c}{d}{e}{f}{g}{h}{i}{j}{k}{l}{m}{n}{o}{p}{q}{r}{s}{t}{u}{v}{w}{x}{y}{z}{a}{b}{c}{d}{e}{f}{g}{h}"
a = "a" "b"
a = b"\x00\xff" b"c"
a = "é\n\t'\"\\\x00"
print("object with {0} was born".format(self))
