class D:
    def __init__(self, n): self.n = n
    def __del__(self): print("-", self.n)
def fail(*args):
    raise ValueError("v")
try:
    [D(1), D(2), fail()]
except ValueError:
    print("handler")
