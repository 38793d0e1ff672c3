import gc
gc.collect()
class C: pass
for i in range(5000):
    c = C(); c.c = c
stats = gc.get_stats()
print(stats[0]["collections"] > 0)
print(gc.collect() < 5000)
