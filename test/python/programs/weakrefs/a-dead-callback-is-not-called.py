import weakref
class D: pass
d = D()
r = weakref.ref(d, lambda r: print("called"))
del r
del d
print("silent")
