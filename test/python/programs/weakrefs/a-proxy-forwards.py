import weakref
class D:
    x = 5
    def m(self): return "m"
d = D()
p = weakref.proxy(d)
print(p.x, p.m())
del d
try:
    p.x
except ReferenceError as e:
    print(e)
