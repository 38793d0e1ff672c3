class D:
    def __init__(self, n): self.n = n
    def __del__(self): print("-", self.n)
def f():
    d = D("local")
    raise ValueError("v")
try:
    f()
except ValueError as e:
    print("handler")
print("after")
