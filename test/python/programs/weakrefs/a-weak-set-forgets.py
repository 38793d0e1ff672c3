import weakref
class D: pass
s = weakref.WeakSet()
d, e = D(), D()
s.add(d); s.add(e)
print(len(s), d in s)
del d
print(len(s))
