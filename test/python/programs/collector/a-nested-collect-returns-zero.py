import gc
gc.disable()
class D:
    def __del__(self): print("nested", gc.collect())
d = D(); d.d = d; del d
print(gc.collect())
