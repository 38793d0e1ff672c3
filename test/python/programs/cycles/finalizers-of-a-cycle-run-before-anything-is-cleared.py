import gc
class D:
    def __init__(self, n): self.n = n
    def __del__(self): print("-", self.n, "sees", self.other.n)
a, b = D("a"), D("b")
a.other, b.other = b, a
del a, b
print(gc.collect())
