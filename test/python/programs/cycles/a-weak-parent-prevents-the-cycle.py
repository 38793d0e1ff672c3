import gc, weakref
gc.disable()
class Node:
    def __init__(self, n): self.n = n; self.children = []; self.parent = None
    def add(self, child):
        self.children.append(child)
        child.parent = weakref.ref(self)
    def __del__(self): print("-", self.n)
root = Node("root")
root.add(Node("leaf"))
print(root.children[0].parent() is root)
del root
print(gc.collect())
