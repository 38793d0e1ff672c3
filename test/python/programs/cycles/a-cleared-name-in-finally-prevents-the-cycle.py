import gc
gc.disable()
gc.collect()
def f():
    kept = None
    try:
        try:
            raise ValueError("x")
        except ValueError as e:
            kept = e
    finally:
        kept = None
f()
print(gc.collect())
