def f(a, b=2, *args, c, d=4, **kw): return (a, b, args, c, d, sorted(kw.items()))
def g(a, b, /, c): return a, b, c
def h(): pass
def one(x): pass
def kwo(*, a, b, c): pass
class C:
    def m(self, a): pass
    def __init__(self, q=1): pass
tests = [
 lambda: f(1, c=3), lambda: f(1, 2, 3, 4, c=5, z=6), lambda: f(), lambda: f(1), lambda: f(1, a=2, c=3),
 lambda: g(1, 2, 3), lambda: g(1, b=2, c=3), lambda: g(a=1, b=2, c=3), lambda: g(1, 2), lambda: g(1, 2, 3, 4),
 lambda: h(1), lambda: h(1, 2), lambda: h(x=1), lambda: one(), lambda: one(1, 2), lambda: kwo(), lambda: kwo(a=1), lambda: kwo(1, a=1),
 lambda: C().m(), lambda: C().m(1, 2), lambda: C(1, 2), lambda: C(z=1), lambda: f(*[1, 2, 3], c=1, **{"k": 1}), lambda: f(*5), lambda: f(**5),
 lambda: f(1, c=1, **{"c": 2}), lambda: f(1, **{1: 2}), lambda: one(*(), **{}), lambda: one(*(1,), **{"x": 1}), lambda: (lambda a, b: 0)(1),
 lambda: C.m(), lambda: len(), lambda: len(1, 2), lambda: f(*(i for i in range(3)), c=2),
]
for i, t in enumerate(tests):
    try: print(i, t())
    except TypeError as e: print(i, "TypeError", e)
def d1(a, b=1): pass
for args in [(), (1, 2, 3)]:
    try: d1(*args)
    except TypeError as e: print(e)
def three(a, b, c, d): pass
for n in range(4):
    try: three(*range(n))
    except TypeError as e: print(e)
