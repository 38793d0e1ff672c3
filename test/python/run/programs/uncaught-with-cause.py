def f(x):
    return g(x)
def g(x):
    return 1 / x
try:
    f(0)
except ZeroDivisionError as e:
    raise ValueError("bad") from e
