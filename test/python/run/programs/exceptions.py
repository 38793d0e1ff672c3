import sys
def show(e):
    n = 0
    while e is not None and n < 10:
        print(" " * n, type(e).__name__, e.args, "cause", repr(e.__cause__), "sup", e.__suppress_context__)
        e = e.__context__; n += 1
def a():
    try: 1/0
    except ZeroDivisionError:
        try: {}["k"]
        except KeyError: raise ValueError("v")
try: a()
except ValueError as e: show(e)
try:
    try: 1/0
    except ZeroDivisionError as z: raise TypeError("t") from z
except TypeError as e: show(e)
try:
    try: 1/0
    except ZeroDivisionError: raise TypeError("t") from None
except TypeError as e: show(e)
try: raise
except RuntimeError as e: print(e)
for bad in (1, "s", int, None):
    try: raise bad
    except TypeError as e: print(e)
try: raise ValueError from 5
except TypeError as e: print(e)
def f():
    try: return "try"
    finally: print("finally")
print(f())
def g():
    for i in range(3):
        try:
            if i == 1: continue
            if i == 2: break
            print("body", i)
        finally: print("fin", i)
    else: print("else")
g()
def h():
    try: raise KeyError("x")
    except (ValueError, KeyError) as e: return repr(e)
    finally: print(sys.exc_info()[0])
print(h())
try:
    try: raise ValueError(1)
    finally: print("inner", sys.exc_info()[0].__name__)
except ValueError: print("outer")
print(sys.exc_info())
try:
    try: undefined_name
    except Wrong: pass
except NameError as e: print(e)
try:
    try: 1/0
    except 5: pass
except TypeError as e: print(e)
def loc():
    try: x
    except UnboundLocalError as e: print(e)
    x = 1
loc()
def fv():
    def i(): return z
    try: i()
    except NameError as e: print(e)
    z = 1
    del z
    try: i()
    except NameError as e: print(e)
fv()
class E(Exception):
    def __init__(self, a, b): self.a = a; super().__init__(a)
try: raise E(1, 2)
except E as e: print(e.args, e.a, str(e), repr(e))
try: raise E
except TypeError as e: print(e)
def deep(n):
    if n: deep(n - 1)
    else: raise OSError("deep")
try: deep(3)
except OSError as e:
    t = e.__traceback__; names = []
    while t: names.append((t.tb_frame.f_code.co_name, t.tb_lineno)); t = t.tb_next
    print(names)
def reraise():
    try: deep(1)
    except OSError: raise
try: reraise()
except OSError as e:
    t = e.__traceback__; names = []
    while t: names.append((t.tb_frame.f_code.co_name, t.tb_lineno)); t = t.tb_next
    print(names)
try:
    assert 1 == 2, "msg"
except AssertionError as e: print(repr(e))
try: assert 0
except AssertionError as e: print(repr(e))
try: a, b = 1
except TypeError as e: print(e)
for v in ([1], [1, 2, 3], iter([1]), iter([1, 2, 3]), "x"):
    try: a, b = v
    except ValueError as e: print(e)
for v in ([], [1], 5):
    try: a, *b, c = v
    except (ValueError, TypeError) as e: print(e)
a, *b, c = range(5); print(a, b, c)
(a, b), [c, *d] = (1, 2), "xyz"; print(a, b, c, d)
e1 = ValueError("same")
try:
    try: raise e1
    except ValueError: raise e1
except ValueError as e: print(e.__context__)
def ctx():
    try: raise KeyError(1)
    except KeyError: pass
    raise ValueError(2)
try: ctx()
except ValueError as e: print(repr(e.__context__))
def gctx():
    try: yield
    except ValueError: print("g", sys.exc_info()[0].__name__); yield; print("g2", sys.exc_info()[0].__name__)
it = gctx(); next(it)
try: raise KeyError
except KeyError:
    it.throw(ValueError); print(sys.exc_info()[0].__name__)
    try: next(it)
    except StopIteration: print("s", sys.exc_info()[0].__name__)
print(sys.exc_info()[0])
