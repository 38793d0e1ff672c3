"""In which order what an object holds dies with it: functions, methods, generators, exceptions, modules, classes.

`deaths` is what the program wrote down. The prelude comes before every program. D writes down its name in __del__. The
automatic collector is off. dealloc_order.py has the plain containers, dealloc_order_containers.py the rest of them.
"""

import gc
import json
import sys

PRELUDE = """
import gc
import sys
import types
import weakref
deaths = []

class D:
    def __init__(self, name):
        self.name = name
    def __del__(self):
        deaths.append(self.name)

class Plain:
    pass
"""

CASES = {
    "a function": """
def make():
    c1 = D("cell a")
    c2 = D("cell b")
    def f(p=D("default 0"), q=D("default 1"), *, k=D("keyword 0"), l=D("keyword 1")):
        return c2, c1
    return f
f = make()
f.x = D("attribute x")
f.y = D("attribute y")
f.__doc__ = D("doc")
f.__annotations__ = {"p": D("annotation")}
del f
""",
    "a bound method": """
class F:
    def __init__(self):
        self.held = D("function")
    def __call__(self):
        pass
m = types.MethodType(F(), D("self"))
del m
""",
    "a cell whose content is replaced": """
c = types.CellType(D("first"))
c.cell_contents = D("second")
deaths.append("--")
del c
""",
    "a cell that two functions share": """
def make():
    c = D("cell")
    return lambda: c, lambda: c
f, g = make()
del f
deaths.append("--")
del g
""",
    "a generator never started": """
def g(a, b):
    x = D("x")
    yield
v = g(D("a"), D("b"))
del v
""",
    "a suspended generator": """
def g(a, b):
    x = D("x")
    y = D("y")
    for i in (D("i0"), D("i1")):
        try:
            yield
        finally:
            deaths.append("finally")
v = g(D("a"), D("b"))
next(v)
del v
""",
    "a suspended generator with a cell": """
def g(a):
    x = D("x")
    c = D("cell")
    d = D("d")
    yield (lambda: c)
v = g(D("a"))
next(v)
del v
""",
    "a finished generator": """
def g(a):
    x = D("x")
    yield
v = g(D("a"))
next(v)
next(v, None)
deaths.append("--")
del v
""",
    "an exception": """
def raises():
    x = D("local of the frame")
    raise KeyError
try:
    raises()
except KeyError as error:
    traceback = error.__traceback__.tb_next
e = ValueError(D("argument 0"), D("argument 1"))
e.k = D("attribute k")
e.j = D("attribute j")
e.__cause__ = KeyError(D("argument of the cause"))
e.__context__ = KeyError(D("argument of the context"))
e.__traceback__ = traceback
del traceback
del e
""",
    "a traceback of three frames": """
def a():
    x = D("local of a")
    b()
def b():
    x = D("local of b")
    c()
def c():
    x = D("local of c")
    raise KeyError
def caught():
    x = D("local of caught")
    try:
        a()
    except KeyError as error:
        return error.__traceback__
t = caught()
deaths.append("--")
t = t.tb_next
deaths.append("--")
del t
""",
    "a frame that is kept": """
def f(p):
    x = D("x")
    c = D("cell")
    y = D("y")
    g = lambda: c
    return sys._getframe()
frame = f(D("p"))
deaths.append("--")
del frame
""",
    "a module": """
m = types.ModuleType("m")
m.b = D("b")
m._a = D("_a")
m.__z = D("__z")
m.a = D("a")
del m
""",
    "a module whose dict is kept": """
m = types.ModuleType("m")
m.b = D("b")
m.a = D("a")
d = m.__dict__
del m
deaths.append("--")
del d
""",
    "an iterator over a list that was used": """
i = iter([D("0"), D("1"), D("2")])
next(i)
deaths.append("--")
del i
""",
    "a property": """
p = property(D("get"), D("set"), D("del"), D("doc"))
del p
""",
    "a weak reference's callback": """
class F:
    def __init__(self, name):
        self.held = D(name)
    def __call__(self, ref):
        deaths.append("called")
o = Plain()
r = weakref.ref(o, F("callback of a dropped reference"))
del r
deaths.append("--")
r = weakref.ref(o, F("callback that was called"))
del o
deaths.append("--")
del r
""",
    "a class, found by the collector": """
class C:
    x = D("x")
    y = D("y")
del C
deaths.append("--")
gc.collect()
""",
    "the last instance of a class that has no name": """
def make():
    class C:
        k = D("attribute of the class")
    return C()
o = make()
o.a = D("attribute of the instance")
del o
deaths.append("--")
gc.collect()
""",
}


def run(program):
    names = {"__name__": "__main__"}
    exec(PRELUDE, names)
    gc.collect()
    exec(program, names)
    deaths = list(names["deaths"])
    # What a program left alive must not die in the next one.
    names.clear()
    gc.collect()
    return deaths


gc.disable()
json.dump(
    {
        "prelude": PRELUDE,
        "cases": [
            {"name": name, "program": program.strip() + "\n", "deaths": run(program)} for name, program in CASES.items()
        ],
    },
    sys.stdout,
)
