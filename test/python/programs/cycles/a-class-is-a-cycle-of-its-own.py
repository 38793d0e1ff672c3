import gc
gc.disable()
gc.collect()
def f():
    class C: pass
f()
print(gc.collect())
