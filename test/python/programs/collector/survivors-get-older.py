import gc
gc.disable()
gc.collect()
class C: pass
c = C()
def generation(o):
    for g in (0, 1, 2):
        if any(x is o for x in gc.get_objects(generation=g)):
            return g
print(generation(c))
gc.collect(0)
print(generation(c))
gc.collect(1)
print(generation(c))
