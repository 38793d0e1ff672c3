class D:
    def __init__(self, n): self.n = n
    def __del__(self): print("-", self.n)
tree = [D("a"), (D("b"), [D("c"), D("d")]), {"k": D("e")}]
del tree
print("end")
