import weakref
class S:
    __slots__ = ("a",)
class W:
    __slots__ = ("a", "__weakref__")
w = W()
print(weakref.ref(w)() is w)
try:
    weakref.ref(S())
except TypeError as e:
    print(e)
