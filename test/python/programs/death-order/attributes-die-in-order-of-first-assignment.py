class D:
    def __init__(self, n): self.n = n
    def __del__(self): print("-", self.n)
class C: pass
c = C()
c.x = D("x")
c.y = D("y")
c.x = D("x2")
del c
