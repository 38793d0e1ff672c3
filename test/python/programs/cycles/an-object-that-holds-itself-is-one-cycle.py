import gc
gc.disable()
gc.collect()
x = []
x.append(x)
del x
print(gc.collect())
class C: pass
c = C()
c.me = c
del c
print(gc.collect())
