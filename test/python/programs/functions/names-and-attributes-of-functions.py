def f(a, b=1):
    "what it does"
f.extra = 5
print(f.__name__, f.__doc__, f.__defaults__, f.extra)
def outer():
    def inner(): pass
    return inner
print(outer().__qualname__, (lambda: 0).__name__)
