import gc
saved = []
class D:
    def __init__(self, n): self.n = n
    def __del__(self): saved.append(self)
d = D("x")
del d
print([o.n for o in saved])
saved.clear()
print(len(saved))
