class D:
    def __init__(self, n): self.n = n
    def __del__(self): print("-", self.n)
def f():
    kept = D("kept")
    lost = D("lost")
    return kept
x = f()
print("have", x.n)
