import sys, gc
# frames
def f():
    a = 1
    fr = sys._getframe()
    return fr
fr = f()
print(fr.f_locals["a"], fr.f_code.co_name, fr.f_back is None, fr.f_lineno)
fr.clear(); print(fr.f_locals)
def gg():
    z = 5
    yield 1
    yield 2
it = gg(); print(it.gi_frame.f_locals, it.gi_running, it.gi_code.co_name); next(it); print(it.gi_frame.f_locals, it.gi_frame.f_lineno)
f2 = it.gi_frame
list(it); print(it.gi_frame, f2.f_locals if sys.version_info >= (3, 11) else "x")
def running():
    fr = sys._getframe()
    try: fr.clear()
    except RuntimeError as e: print(e)
running()
it = gg(); next(it); it.gi_frame.clear(); print(list(it))
# exceptions keep frames
log = []
class D:
    def __init__(s, n): s.n = n
    def __del__(s): log.append(s.n)
def keep():
    d = D("kept")
    raise ValueError
try: keep()
except ValueError as e: ee = e
print(log); ee = None; print(log); log.clear()
def keep2():
    d = D("k2")
    try: keep()
    except ValueError as e: return e
x = keep2(); print(log); x = x.with_traceback(None); print(log); del x; print(log); log.clear()
# generator in exception
def g3(p):
    a = D("ga")
    yield p
    raise KeyError
g = g3(D("gp")); next(g)
try: next(g)
except KeyError as e: print("h", log)
print(log); log.clear(); del g; print(log); log.clear()
# args order
def many(a, b, *c, **d): pass
many(D("1"), D("2"), D("3"), D("4"), k=D("5")); print(log); log.clear()
class C:
    def __init__(self, a, b): self.x = a; log.append("init")
    def __call__(self, a): log.append("call")
c = C(D("i1"), D("i2")); print(log); log.clear()
c(D("c1")); print(log); log.clear()
C(*[D("s1"), D("s2")]); print(log); log.clear(); del c; print(log); log.clear()
class B:
    def __init__(self, a): raise ValueError
try: B(D("b"))
except ValueError: print(log)
print(log); log.clear()
print(len([D("t"), D("u")]), log); log.clear()
print(isinstance(D("t"), D), log); log.clear()
(lambda *a: log.append("in"))(D("l1"), D("l2")); print(log); log.clear()
def ret(d): return d
ret(D("r")); print(log); log.clear()
def tr(d):
    try: return log.append("ret")
    finally: log.append("fin"); del d; log.append("after del")
tr(D("t")); print(log); log.clear()
def sw():
    a, b = D("a"), D("b"); a, b = b, a; log.append("sw"); del a; del b
sw(); print(log); log.clear()
def aug():
    l = [D("x")]; l += [D("y")]; l = l + [D("z")]; log.append("e")
aug(); print(log); log.clear()
for i in [D("f1"), D("f2")]:
    if i.n == "f1": continue
    log.append("body")
else: log.append("else")
del i; print(log); log.clear()
w = [D(str(i)) for i in range(3)]; w[1] = D("n"); print(log); del w[0]; print(log); w[:] = []; print(log); log.clear()
d = {D("key"): D("val")}; d.clear(); print(log); log.clear()
s = {D("s")}; s.pop(); print(log); log.clear()
a = b = D("ab"); a = None; print(log); b = None; print(log); log.clear()
def yy():
    x = D("yx")
    yield D("y1")
    yield D("y2")
for q in yy(): log.append("it")
del q; print(log); log.clear()
next(yy()); print(log); log.clear()
print(max([D("m1"), D("m2")], key=lambda t: t.n).n, log); log.clear()
try:
    [D("e1"), D("e2"), undefined]
except NameError: log.append("h")
print(log); log.clear()
try: len(D("l"), D("l2"))
except TypeError: log.append("h")
print(log); log.clear()
try: {D("d1"): 1, [] : D("d2")}
except TypeError: log.append("h")
print(log); log.clear()
lst = [D("p")]
lst.append(lst.pop()); lst.sort(key=lambda t: t.n); lst.clear(); print(log); log.clear()
print(f"{D('fs').n}{D('fs2').n:>5}", log); log.clear()
o = D("o"); o.self = D("child"); o = None; print(log); log.clear()
def dflt(a=D("dflt")): pass
del dflt; print(log); log.clear()
class K:
    a = D("ka"); b = D("kb")
del K; print(log); gc.collect(); print(log); log.clear()
def nested():
    def inner(): return v
    v = D("v"); inner()
nested(); print(log); log.clear()
x = (D("g1") for _ in [1]); next(x); print(log); log.clear(); x = 0
with_ = None
class M:
    def __enter__(s): return D("as")
    def __exit__(s, *a): log.append("exit")
with M() as m_: log.append("in")
print(log); del m_; print(log); log.clear()
def star(a, *b): return len(b)
print(star(*[D("1"), D("2"), D("3")]), log); log.clear()
t = D("t1"), D("t2"); t = None; print(log); log.clear()
