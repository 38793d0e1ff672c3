import sys
class D: pass
a, b = D(), D()
a.b = b
a.c = b
print(sys.getrefcount(b))
a.b = None
print(sys.getrefcount(b))
del a
print(sys.getrefcount(b))
