import gc
gc.disable()
gc.collect()
d = {}
d["self"] = d
l = [d]
d["list"] = l
del d, l
print(gc.collect())
