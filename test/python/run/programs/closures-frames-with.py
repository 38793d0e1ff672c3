import sys
def counter():
    n = 0
    def inc(by=1):
        nonlocal n
        n += by
        return n
    def get(): return n
    return inc, get
i, g = counter(); i(); i(5); print(g(), i.__closure__[0].cell_contents, i.__code__.co_freevars, counter.__code__.co_cellvars)
fs = [lambda: k for k in range(3)]; print([f() for f in fs])
fs = [lambda k=k: k for k in range(3)]; print([f() for f in fs])
class A:
    x = 1
    y = [x for _ in range(2)] if 0 else x
    def f(self): return __class__.__name__
    def g(self): return super().__repr__()[:11]
print(A.y, A().f(), A().g())
def outer(a):
    class B:
        z = a
        def m(self): return a
    return B
print(outer(3).z, outer(4)().m())
def deco(f):
    def w(*a, **k):
        return ("w", f(*a, **k))
    return w
@deco
def add(a, b=2): return a + b
print(add(1), add(1, b=5))
def fact(n): return 1 if n < 2 else n * fact(n - 1)
print(fact(30))
def ann(a: int, b: "x" = 2) -> str: "doc"
print(ann.__annotations__ if sys.version_info < (3, 14) else 0, ann.__doc__, ann.__defaults__, ann.__name__, ann.__qualname__, ann.__module__)
ann.attr = 1; print(ann.attr, ann.__dict__)
x = 10
def sh():
    global x
    x += 1
    return x
print(sh(), x)
def loc(a, b=2):
    c = 3
    def inner(): return c
    return sorted(locals().items(), key=lambda t: t[0])[:3]
print([k for k, v in loc(1)])
print((lambda *a, **k: (a, k))(1, 2, z=3))
def kw(**k): return k
print(kw(**{"a": 1}, b=2))
def defaults(l=[]): l.append(1); return l
print(defaults(), defaults())
def delcell():
    v = 1
    def f(): return v
    del v
    try: f()
    except NameError as e: print(type(e).__name__)
delcell()
print([[i * j for j in range(3)] for i in range(3)], {i: [k for k in range(i)] for i in range(3)}, {a for a in "aab"} == {"a", "b"})
def scope():
    r = []
    for i in range(2):
        r.append([i for i in range(3)])
        r.append(i)
    return r
print(scope())
def fr():
    f = sys._getframe(); return f.f_code.co_name, f.f_back.f_code.co_name, f.f_lineno, sorted(f.f_locals)
print(fr())
class Ctx:
    def __enter__(self): print("enter"); return self
    def __exit__(self, t, v, tb): print("exit", t and t.__name__, v, tb is not None); return t is KeyError
with Ctx() as c: print("body")
with Ctx(): raise KeyError("sup")
try:
    with Ctx(), Ctx(): raise ValueError("x")
except ValueError: print("out")
def wr():
    with Ctx(): return 5
print(wr())
for i in range(2):
    with Ctx(): continue
for bad in (5,):
    try:
        with bad: pass
    except (TypeError, AttributeError) as e: print(type(e).__name__, e)
class NoExit:
    def __enter__(self): pass
try:
    with NoExit(): pass
except (TypeError, AttributeError) as e: print(type(e).__name__, e)
class Init:
    def __init__(self): return 5
try: Init()
except TypeError as e: print(e)
