import weakref
class D: pass
d = D()
print(weakref.ref(d) is weakref.ref(d))
print(weakref.getweakrefcount(d))
a = weakref.ref(d)
b = weakref.ref(d, lambda r: None)
print(a is b, weakref.getweakrefcount(d), len(weakref.getweakrefs(d)))
