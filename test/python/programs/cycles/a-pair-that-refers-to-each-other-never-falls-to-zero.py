import gc
gc.disable()
class Leak: pass
A = Leak(); B = Leak()
A.b = B; B.a = A
A = None; B = None
print(gc.collect())
print(gc.collect())
