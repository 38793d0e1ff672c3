class D:
    def __init__(self, n): self.n = n
    def __del__(self): print("-", self.n)
def f():
    a = D("a")
    b = D("b")
    return "value"
print(f())
