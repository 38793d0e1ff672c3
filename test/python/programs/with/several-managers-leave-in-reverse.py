class M:
    def __init__(self, n): self.n = n
    def __enter__(self):
        print("enter", self.n)
        return self.n
    def __exit__(self, *a): print("exit", self.n)
def f():
    with M(1) as a, M(2) as b:
        return a + b
print(f())
