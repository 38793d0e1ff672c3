print(__name__)
x = 1
print(globals()["x"], "x" in globals(), sorted(n for n in globals() if n in ("x", "y")))
def f():
    a = 1
    return locals()
print(f())
