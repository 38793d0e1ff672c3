import gc
gc.disable()
gc.collect()
class C: pass
c = C(); c.c = c; del c
gc.set_debug(gc.DEBUG_SAVEALL)
print(gc.collect() > 0)
print([type(x).__name__ for x in gc.garbage if isinstance(x, C)])
gc.set_debug(0)
gc.garbage.clear()
print(gc.collect())
