class M:
    def __enter__(self):
        print("enter")
        return self
    def __exit__(self, kind, value, tb):
        print("exit", kind and kind.__name__, value)
        return kind is ValueError
with M():
    print("body")
with M() as m:
    raise ValueError("swallowed")
try:
    with M():
        raise KeyError("through")
except KeyError as e:
    print("outside", e)
