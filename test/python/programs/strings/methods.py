s = "  Hello, World  "
print(s.strip().lower().split(", "), s.find("World"), s.replace("l", "L"))
print("-".join(["a", "b"]), "abc".upper(), "a,b,,c".split(","), "x".center(5, "*"), "ab" * 3)
print("abc"[::-1], "abc"[1:], "hello".count("l"), "hello".index("l"), "Abc".swapcase(), "a b".title())
print("abc".startswith(("x", "a")), "tEST".capitalize(), "1".zfill(3), "a\tb".expandtabs(4), "x=1".partition("="))
