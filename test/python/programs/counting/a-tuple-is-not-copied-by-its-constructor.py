import sys
t = (object(), 2)
print(tuple(t) is t, tuple([1]) == (1,))
print(sys.getrefcount(t[0]))
u = t + (3,)
print(sys.getrefcount(t[0]))
