import gc
gc.disable()
gc.collect()
class C: pass
c = C(); c.c = c; del c
log = []
def tell(phase, info):
    log.append((phase, info["generation"], info["collected"]))
gc.callbacks.append(tell)
gc.collect(1)
gc.callbacks.remove(tell)
print(log)
