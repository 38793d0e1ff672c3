import gc
class D:
    def __del__(self):
        print("del")
        global kept
        kept = self
D()
print(type(kept).__name__)
del kept
print("again")
