import weakref
class D: pass
table = weakref.WeakKeyDictionary()
d = D()
table[d] = "value"
print(len(table), table[d])
del d
print(len(table))
