class K:
    def __init__(self, n): self.n = n
    def __hash__(self): return 1
    def __eq__(self, other): return True
    def __del__(self): print("-", self.n)
table = {K("first"): 1}
table[K("second")] = 2
print(table[K("third")], [k.n for k in table])
