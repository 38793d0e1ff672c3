import gc
gc.disable()
class D:
    def __init__(self, n): self.n = n
    def __del__(self): print("-", self.n)
class N: pass
n = N()
n.me = n
n.leaf = D("leaf")
del n
print("dropped")
gc.collect()
print("collected")
