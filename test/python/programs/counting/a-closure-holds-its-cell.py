import sys
class D: pass
def make():
    d = D()
    def use():
        return d
    return use
use = make()
print(sys.getrefcount(use()))
print(use() is use())
