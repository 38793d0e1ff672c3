class D:
    def __init__(self, n): self.n = n
    def __del__(self): print("-", self.n)
items = [D(0), D(1), D(2)]
items.clear()
print(items)
