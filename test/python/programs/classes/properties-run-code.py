class C:
    def __init__(self): self._x = 1
    @property
    def x(self): return self._x
    @x.setter
    def x(self, v): self._x = v * 2
c = C()
c.x = 5
print(c.x)
try:
    del c.x
except AttributeError as e:
    print("AttributeError")
