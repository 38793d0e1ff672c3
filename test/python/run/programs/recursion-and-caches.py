import sys, gc
def f(n): return f(n + 1)
for _ in range(2):
    try: f(0)
    except RecursionError as e: print(str(e)[:40], e.__traceback__ is not None)
depth = 0
def d():
    global depth
    depth += 1
    d()
try: d()
except RecursionError: print(900 < depth <= 1000)
sys.setrecursionlimit(200)
depth = 0
try: d()
except RecursionError: print(depth > 150, depth <= 200)
sys.setrecursionlimit(5000); depth = 0
try: d()
except RecursionError: print(depth > 4900)
sys.setrecursionlimit(1000)
class R:
    def __repr__(self): return repr(self)
try: repr(R())
except RecursionError as e: print("repr")
class E:
    def __eq__(self, o): return self == o
try: E() == E()
except RecursionError as e: print("eq")
class G:
    def __getattr__(self, n): return getattr(self, n)
try: G().x
except RecursionError as e: print("getattr")
def it(n):
    if n: yield from it(n - 1)
    yield n
print(len(list(it(50))))
class L:
    def __init__(s, nxt): s.nxt = nxt
    def __del__(s): cnt.append(1)
cnt = []
x = None
for i in range(3000): x = L(x)
x = None; print(len(cnt))
l = []
for i in range(100000): l = [l]
l = None
try: sorted([3, 2, 1], key=lambda k: f(0))
except RecursionError: print("key")
def safe(n):
    try: return safe(n + 1)
    except RecursionError: return n
print(safe(0) > 900)
a = []; a.append(a); print(a, [a] == [a])
class C:
    def __del__(s):
        try: f(0)
        except RecursionError: print("in del")
C()
def gen_deep(n):
    if n == 0: return
    for x in gen_deep(n - 1): yield x
    yield n
print(sum(gen_deep(100)))
class Call:
    def __call__(self, n): return 0 if n == 0 else 1 + self(n - 1)
print(Call()(100))
class It:
    def __init__(s, n): s.n = n
    def __iter__(s): return s
    def __next__(s):
        if s.n == 0: raise StopIteration
        s.n -= 1
        return s.n
print(list(It(3)), sum(It(4)), [*It(2)], max(It(5)))
class H:
    def __init__(s, v): s.v = v
    def __hash__(s): return s.v % 3
    def __eq__(s, o): return s.v == o.v
dd = {H(i): i for i in range(10)}; print(dd[H(7)], len({H(1), H(1), H(4)}), H(4) in dd, H(99) in dd)
class P:
    @property
    def x(self): return self._x
    @x.setter
    def x(self, v): self._x = v * 2
    @x.deleter
    def x(self): del self._x
p = P(); p.x = 4; print(p.x); del p.x
try: p.x
except AttributeError as e: print(e)
class Meth:
    def a(self): return 1
    a2 = a
    @classmethod
    def c(cls): return cls.__name__
    @staticmethod
    def s(x): return x
class Sub(Meth):
    def a(self): return super().a() + 1
print(Sub().a(), Sub.c(), Sub.s(5), Sub().a2(), Meth.a(Sub()))
Meth.a = lambda self: 10
print(Sub().a())
o = Meth()
def meth(): return "inst"
for i in range(3):
    print(o.a() if i != 2 else o.a(), end=" ")
    if i == 1: o.a = meth
print()
class V:
    x = 1
v = V()
for i in range(4):
    print(v.x, end=" ")
    if i == 0: v.x = 2
    if i == 1: V.x = property(lambda s: 3)
    if i == 2: V.x = 7
print()
def gl():
    return len([1, 2])
print(gl(), gl()); len = lambda x: "mine"; print(gl(), gl()); del len; print(gl(), gl())
def dynamic():
    return zzz
for i in range(3):
    try: print(dynamic(), end=" ")
    except NameError as e: print(e, end=" ")
    if i == 0: zzz = 1
    if i == 1: del zzz
print()
globals()["yyy"] = 5
def y(): return yyy
print(y(), y()); globals()["yyy"] = 6; print(y()); globals().pop("yyy")
try: y()
except NameError as e: print(e)
