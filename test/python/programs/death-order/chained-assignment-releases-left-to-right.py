class D:
    def __init__(self, n): self.n = n
    def __del__(self): print("-", self.n)
a, b = D("a"), D("b")
a = b = 0
print("end")
