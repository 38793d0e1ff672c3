def rec(n):
    return rec(n + 1)
class A:
    def __del__(self): raise KeyError("in del")
a = A()
del a
def gen():
    try: yield
    finally: 1/0
g = gen(); next(g); del g
try:
    1/0
except ZeroDivisionError:
    rec(1)
