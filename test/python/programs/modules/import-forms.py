import gc as g, sys
from weakref import ref, proxy as p
print(g.__name__, sys.version_info[0], ref.__name__, callable(p))
try:
    import nosuchmodule
except ModuleNotFoundError as e:
    print(e)
try:
    from gc import nothing
except ImportError as e:
    print("ImportError")
