class D:
    def __init__(self, n): self.n = n
    def __del__(self): print("-", self.n)
a, b, c = D("a"), D("b"), D("c")
del c, a
print("then")
del b
