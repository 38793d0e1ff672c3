class D:
    def __init__(self, n): self.n = n
    def __del__(self):
        if self.n > 0:
            D(self.n - 1)
        print(self.n)
D(3)
