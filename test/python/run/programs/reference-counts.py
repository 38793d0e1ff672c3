import sys
rc = sys.getrefcount
class T:
    def __init__(self, *a): self.r = [rc(x) for x in a]
    def m(self, a): return rc(self), rc(a)
    @staticmethod
    def s(a): return rc(a)
    @classmethod
    def c(cls, a): return rc(a)
    def __call__(self, a): return rc(a)
    def __getitem__(self, a): return rc(a)
    def __eq__(self, o): self.q = rc(o); return True
    def __enter__(self): return self
    def __exit__(self, *a): print(rc(self))
    __hash__ = None
class O: pass
o = O(); t = T()
def f(a, *r, k=None, **kw): return rc(a), [rc(x) for x in r], rc(k), [rc(v) for v in kw.values()]
print(f(o)[0], t.m(o), T.s(o), T.c(o), t(o), t[o])
x = f(o, O(), k=O(), z=O()); print(x)
print(f(*[o, O()])[0:2], f(*(o,), **{"z": O()})[3])
def g(): 
    l = O(); yield rc(l); yield rc(l)
print(list(g()))
def h(a): yield rc(a)
print(list(h(o)), list(h(O())))
def exc():
    e2 = None
    try: raise ValueError
    except ValueError as e: print(rc(e), rc(e.__traceback__))
exc()
with T() as w: pass
a = O(); b = a; print(rc(a))
def clo():
    v = O()
    def inner(): return rc(v)
    return inner(), rc(v)
print(clo())
print([rc(i) for i in [O()]], [rc(z) for z in (O(), O())], max([O()], key=lambda q: rc(q)).__class__.__name__)
def ret(): z = O(); return z
print(rc(ret()), rc([O()][0]), rc((O(),)[0]), rc({1: O()}[1]))
s = lambda q: rc(q)
print(s(o), s(O()), list(map(s, [O()])), sorted([3, 1], key=lambda k: rc(o)))
bm = t.m; print(bm(o))
def va(*a): return rc(a), rc(a[0])
print(va(o), va(O()))
def kwa(**k): return rc(k["x"])
print(kwa(x=o), kwa(x=O()), kwa(**{"x": O()}))
y = O()
def glob(): return rc(y)
print(glob())
def many(a, b, c, d): return rc(a), rc(d)
print(many(O(), O(), O(), O()), many(*[O(), O()], c=O(), d=O()))
