import sys
class D: pass
def count(x):
    return sys.getrefcount(x)
d = D()
print(count(d))
print(sys.getrefcount(d))
print(count(D()))
