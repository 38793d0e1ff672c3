import sys
x = object()
print(sys.getrefcount(x) - 1)
y = x
print(sys.getrefcount(x) - 1)
del y
print(sys.getrefcount(x) - 1)
