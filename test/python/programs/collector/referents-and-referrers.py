import gc
class C: pass
c = C()
box = [c]
print(any(r is box for r in gc.get_referrers(c)))
print(any(r is c for r in gc.get_referents(box)))
print(gc.get_referents(1), gc.get_referents([1, 2]))
