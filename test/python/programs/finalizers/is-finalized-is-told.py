import gc
class D:
    def __del__(self): kept.append(self)
kept = []
d = D()
print(hasattr(gc, "is_finalized"))
if hasattr(gc, "is_finalized"):
    print(gc.is_finalized(d))
    del d
    print(gc.is_finalized(kept[0]))
else:
    del d
