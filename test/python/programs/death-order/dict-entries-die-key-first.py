class D:
    def __init__(self, n): self.n = n
    def __del__(self): print("-", self.n)
table = {D("k1"): D("v1"), D("k2"): D("v2")}
del table
print("end")
