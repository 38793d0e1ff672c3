import weakref
class D: pass
d = D()
refs = [weakref.ref(d, lambda r, i=i: print("callback", i)) for i in range(3)]
del d
print([r() for r in refs])
