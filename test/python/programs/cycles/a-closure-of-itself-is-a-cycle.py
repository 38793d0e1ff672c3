import gc
gc.disable()
gc.collect()
def make():
    def fact(n):
        return 1 if n < 2 else n * fact(n - 1)
    return fact
print(make()(5))
print(gc.collect() > 0)
