import sys
class D: pass
d = D()
items = [d, d, d]
print(sys.getrefcount(d))
items.pop()
print(sys.getrefcount(d))
items.clear()
print(sys.getrefcount(d))
