import sys
class D:
    def __del__(self):
        raise ValueError("ignored")
def quiet(info):
    print("unraisable", type(info.exc_value).__name__)
sys.unraisablehook = quiet
D()
print("goes on")
