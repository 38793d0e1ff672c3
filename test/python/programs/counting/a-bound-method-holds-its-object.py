import sys
class D:
    def m(self):
        pass
d = D()
print(sys.getrefcount(d))
bound = d.m
print(sys.getrefcount(d))
del bound
print(sys.getrefcount(d))
d.m()
print(sys.getrefcount(d))
