class D:
    def __init__(self, n): self.n = n
    def __del__(self): print("-", self.n)
s = {D(1)}
s.add(D(2)) if False else None
s.clear()
print(len(s))
