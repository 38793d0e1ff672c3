class D:
    def __init__(self, n): self.n = n
    def value(self): return self.n
    def __del__(self): print("-", self.n)
print(D(1).value())
D(2)
print("after")
D(3).value(), D(4).value()
