import weakref
class D: pass
table = weakref.WeakValueDictionary()
d = D()
table["d"] = d
print(len(table), "d" in table, table["d"] is d)
del d
print(len(table), "d" in table)
