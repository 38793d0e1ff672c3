import sys
class D:
    def __del__(self): print("cleaned")
d = D()
try:
    sys.exit(3)
finally:
    print("finally")
