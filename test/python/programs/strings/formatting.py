print("%d %s %r %5.2f %x %%" % (5, "s", "r", 3.14159, 255))
print("{} {0!r}".format("a") if False else "{0} {1!r:>6} {name:^7}|".format(1, "b", name="mid"))
x, w = 3.14159, 10
print(f"{x:.2f} {x:>{w}.3f} {'q'!r} {1 + 1=} {255:#x} {1234567:,} {5:03d} {True}")
