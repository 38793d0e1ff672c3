class D:
    def __init__(self, n): self.n = n
    def __del__(self): print("-", self.n)
a, b, c, d = D(1), D(2), D(3), D(4)
a, b, c, d = d, c, b, a
print(a.n, b.n, c.n, d.n)
del a, b, c
print("one left")
