import weakref
class D: pass
d = D()
f = weakref.finalize(d, print, "finalized", 1)
print(f.alive)
del d
print(f.alive, f())
