import sys
class D: pass
k, v = D(), D()
table = {k: v}
print(sys.getrefcount(k), sys.getrefcount(v))
table[k] = k
print(sys.getrefcount(k), sys.getrefcount(v))
del table[k]
print(sys.getrefcount(k), sys.getrefcount(v))
