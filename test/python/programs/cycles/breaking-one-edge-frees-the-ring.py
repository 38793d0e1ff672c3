class N:
    def __init__(self, n): self.n = n
    def __del__(self): print("-", self.n)
ring = [N(i) for i in range(4)]
for i, node in enumerate(ring):
    node.next = ring[(i + 1) % 4]
first = ring[0]
del ring, node
first.next = None
del first
print("end")
