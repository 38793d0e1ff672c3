import gc
class Leak(object):
    pass
def stats():
    return [(s["collections"], s["collected"]) for s in gc.get_stats()]
for i in range(300):
    A = Leak(); B = Leak()
    A.b = B; B.a = A
    A = None; B = None
gc.collect()
before = stats()
for i in range(60000):
    A = Leak(); B = Leak()
    A.b = B; B.a = A
    A = None; B = None
counts = gc.get_count()
print(counts, [(a[0] - b[0], a[1] - b[1]) for a, b in zip(stats(), before)])
