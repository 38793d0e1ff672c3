import weakref
class D: pass
d = D()
r = weakref.ref(d)
print(r() is d)
del d
print(r())
