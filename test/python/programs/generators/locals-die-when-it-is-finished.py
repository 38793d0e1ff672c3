class D:
    def __init__(self, n): self.n = n
    def __del__(self): print("-", self.n)
def g():
    d = D("local")
    yield 1
it = g()
print(list(it))
print("still there:", it is not None)
