def f(a, b, *, c=0): pass
for call in (lambda: f(), lambda: f(1, 2, 3), lambda: f(1, 2, d=3), lambda: f(1, 2, a=3), lambda: f(1, b=2, c=3)):
    try:
        print(call())
    except TypeError as e:
        print(e)
