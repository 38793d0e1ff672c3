class D:
    def __init__(self, n, t): self.n, self.t = n, t
    def __bool__(self):
        print("test", self.n)
        return self.t
    def __del__(self): print("-", self.n)
x = D(1, False) or D(2, True)
print("bound")
x = D(3, False) and D(4, True)
print("end")
