class C: pass
c = C()
c.a = 1
d = c.__dict__
d["b"] = 2
print(c.b, sorted(d), vars(c) is d)
del c.a
print(d)
