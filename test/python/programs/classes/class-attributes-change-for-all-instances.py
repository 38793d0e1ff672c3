class C:
    def hi(self): return "one"
c = C()
print(c.hi())
C.hi = lambda self: "two"
print(c.hi())
del C.hi
print(hasattr(c, "hi"))
