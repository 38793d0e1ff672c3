import gc
gc.disable()
gc.collect()
saved = []
class D:
    def __del__(self): saved.append(self)
d = D()
d.me = d
del d
print(gc.collect(), len(saved))
saved[0].me = None
saved.clear()
print(gc.collect())
