import sys
class D: pass
for d in [D(), D()]:
    print(sys.getrefcount(d))
print(sys.getrefcount(d))
