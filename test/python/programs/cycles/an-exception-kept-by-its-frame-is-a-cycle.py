import gc
gc.disable()
gc.collect()
def f():
    try:
        raise ValueError("x")
    except ValueError as e:
        kept = e
f()
print(gc.collect())
