import gc
gc.collect()
gc.disable()
gc.set_threshold(10, 2, 2)
print(gc.get_threshold())
seen = []
gc.callbacks.append(lambda phase, info: seen.append((phase, info["generation"])))
print(gc.collect(0) >= 0, seen)
gc.callbacks.clear()
