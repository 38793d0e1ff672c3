class V:
    def __init__(self, x, y): self.x, self.y = x, y
    def __add__(self, o): return V(self.x + o.x, self.y + o.y)
    def __mul__(self, k): return V(self.x * k, self.y * k)
    __rmul__ = __mul__
    def __neg__(self): return V(-self.x, -self.y)
    def __eq__(self, o): return (self.x, self.y) == (o.x, o.y)
    def __repr__(self): return "V(%d, %d)" % (self.x, self.y)
print(V(1, 2) + V(3, 4), 2 * V(1, 2), -V(1, 1), V(1, 2) == V(1, 2), V(1, 2) != V(2, 1))
