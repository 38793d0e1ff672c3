import weakref
class D: pass
a, b = D(), D()
weakref.finalize(a, print, "a")
weakref.finalize(b, print, "b")
print("end of program")
