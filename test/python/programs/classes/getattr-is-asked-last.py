class C:
    x = 1
    def __getattr__(self, name): return "no " + name
    def __setattr__(self, name, value):
        print("set", name)
        object.__setattr__(self, name, value)
c = C()
c.y = 2
print(c.x, c.y, c.z, getattr(c, "w", "default"))
