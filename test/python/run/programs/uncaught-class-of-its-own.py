class MyErr(Exception): pass
class Outer:
    class Inner(Exception): pass
def f():
    try: raise MyErr
    except MyErr: raise Outer.Inner("a", 2)
f()
