class D:
    def __init__(self, n): self.n = n
    def __del__(self): print("-", self.n, [type(i).__name__ for i in items])
items = [D(0), D(1), D(2), 3]
items[0:2] = [7]
print(len(items))
items.clear()
