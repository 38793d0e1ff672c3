class D:
    def __init__(self, n): self.n = n
    def __del__(self): print("-", self.n)
for i, d in enumerate(D(n) for n in range(2)):
    print("body", d.n)
    del d
    print("body ends")
