class D:
    def __init__(self, n): self.n = n
    def __del__(self): print("-", self.n)
d = D("global")
print("last line")
