import gc
gc.disable()
class C: pass
c = C(); c.c = c
gc.collect()
gc.freeze()
del c
print(gc.collect())
gc.unfreeze()
print(gc.collect())
