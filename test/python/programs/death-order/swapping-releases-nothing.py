class D:
    def __init__(self, n): self.n = n
    def __del__(self): print("-", self.n)
a, b = D(1), D(2)
a, b = b, a
print(a.n, b.n)
a, b = b, None
print("end")
