"""What gc.get_referents lists, type by type, in the order of tp_traverse.

Each case is a program that binds x. A referent is written as the name by which the program knows it, else as its repr
when it is None, a text or a number, else as its type in brackets; `globals` and `builtins` are the dicts of that name.
"""

import gc
import json
import sys

PRELUDE = """
import sys
import types
import weakref

class C:
    pass

class H:
    def __init__(self, hash):
        self.hash = hash
    def __hash__(self):
        return self.hash

a, b, c = H(1), H(2), H(3)
"""

CASES = {
    "a list": "x = [a, b, c]",
    "a list that holds one object twice": "x = [a, b, a]",
    "a tuple": "x = (a, b, c)",
    "a dict of text keys": 'x = {"p": a, "q": b}',
    "a dict of other keys": "x = {a: b, 1: c}",
    "a dict of text keys and one other": 'x = {"p": a, 1: b}',
    "a dict whose only other key was deleted": 'x = {"p": a, 1: b}\ndel x[1]',
    "a dict, a key deleted and set again": 'x = {"p": a, "q": b}\ndel x["p"]\nx["p"] = c',
    "a set": "x = {c, a, b}",
    "a frozenset": "x = frozenset([c, a])",
    "an instance without attributes": "x = C()",
    "an instance": "x = C()\nx.p = a\nx.q = b",
    "a second instance, attributes in the other order": "y = C()\ny.p = y.q = 1\nx = C()\nx.q = b\nx.p = a",
    "an instance whose __dict__ was asked for": "x = C()\nx.p = a\nx.q = b\nd = x.__dict__",
    "that __dict__": "o = C()\no.p = a\no.q = b\nx = o.__dict__",
    "an instance that got an attribute after that": "x = C()\nx.p = a\nd = x.__dict__\nx.q = b",
    "an instance whose __dict__ was replaced": 'x = C()\nx.p = a\nd = {"k": b}\nx.__dict__ = d',
    "an instance with slots": 'class S: __slots__ = ("q", "p")\nx = S()\nx.q = a\nx.p = b',
    "an instance with an empty slot": 'class S: __slots__ = ("q", "p")\nx = S()\nx.q = a',
    "an instance with slots of the base": '''
class S: __slots__ = "p"
class T(S): __slots__ = "q"
x = T()
x.p = a
x.q = b
''',
    "an instance with slots of the base and attributes": '''
class S: __slots__ = "p"
class T(S): pass
x = T()
x.p = a
x.q = b
''',
    "an instance of a subclass of list": "class L(list): pass\nx = L([a, b])\nx.p = c\nd = x.__dict__",
    "an instance of a subclass of tuple": "class T(tuple): pass\nx = T([a, b])\nx.p = c\nd = x.__dict__",
    "an instance of a subclass of dict": "class D(dict): pass\nx = D(k=a, l=b)\nx.p = c\nd = x.__dict__",
    "a function": "def x(): pass\ncode = x.__code__",
    "a function with all that it can hold": '''
def make():
    def f(p=a, *, k=b):
        return c2, c1
    c1, c2 = a, b
    return f
x = make()
x.attribute = c
x.__doc__ = "doc"
x.__annotations__ = annotations = {"p": C}
code, defaults, keywords, closure, attributes = x.__code__, x.__defaults__, x.__kwdefaults__, x.__closure__, x.__dict__
''',
    "a closure's tuple": '''
def make():
    p, q = a, b
    return lambda: (q, p)
f = make()
x = f.__closure__
cell_p, cell_q = x
''',
    "a cell": "x = types.CellType(a)",
    "an empty cell": "x = types.CellType()",
    "a bound method": "class M:\n    def m(self): pass\no = M()\nfunction = M.m\nx = o.m",
    "a bound method of a list": "l = []\nx = l.append",
    "a generator that was not started": "def g(p):\n    q = b\n    yield\nx = g(a)\ncode = g.__code__",
    "a suspended generator": '''
def g(p):
    q = b
    for r in t:
        yield
t = (c,)
x = g(a)
next(x)
code = g.__code__
''',
    "a suspended generator whose frame was asked for": '''
def g(p):
    q = b
    yield
x = g(a)
next(x)
code = g.__code__
frame = x.gi_frame
''',
    "that frame": "def g(p):\n    q = b\n    yield\no = g(a)\nnext(o)\ncode = g.__code__\nx = o.gi_frame",
    "a finished generator": "def g(p):\n    yield\nx = g(a)\nlist(x)\ncode = g.__code__",
    "a frame that is kept": "def f(p):\n    q = b\n    return sys._getframe()\nx = f(a)\ncode = f.__code__\nx.f_back",
    "an exception": "x = ValueError(a)\narguments = x.args",
    "an exception with all that it can hold": '''
x = ValueError(a)
x.p = b
arguments, attributes = x.args, x.__dict__
x.__cause__ = cause = KeyError()
x.__context__ = context = TypeError()
try:
    raise OSError
except OSError as error:
    x.__traceback__ = traceback = error.__traceback__
''',
    "a written exception": "class E(Exception): pass\nx = E(a)\nx.p = b\narguments, attributes = x.args, x.__dict__",
    "a traceback": "try:\n    raise OSError\nexcept OSError as error:\n    x = error.__traceback__\nframe = x.tb_frame",
    "a traceback with a next one": '''
def f(): raise OSError
try:
    f()
except OSError as error:
    x = error.__traceback__
frame, following = x.tb_frame, x.tb_next
''',
    "a module": 'x = types.ModuleType("m")\nx.p = a\nd = x.__dict__',
    "a weak reference": "o = C()\nx = weakref.ref(o)",
    "a weak reference with a callback": "def callback(ref): pass\no = C()\nx = weakref.ref(o, callback)",
    "a proxy with a callback": "def callback(ref): pass\no = C()\nx = weakref.proxy(o, callback)",
    "an iterator over a list": "l = [a]\nx = iter(l)",
    "an iterator over a dict": "d = {1: a}\nx = iter(d)",
    "a slice": "x = slice(a, b, c)",
    "a property": "def get(self): pass\ndef set(self, value): pass\nx = property(get, set)",
    "a static method": "def f(): pass\nx = staticmethod(f)",
    "a super": "o = C()\nx = super(C, o)",
    "a class": "class x: pass\nmro, bases = x.__mro__, x.__bases__",
    "a class's mro": "class K: pass\nx = K.__mro__",
    "a class's bases": "class K(C): pass\nx = K.__bases__",
    "a class's descriptors": 'class K: pass\nx = K.__dict__["__dict__"]',
    "a subclass": "class x(C): pass\nmro, bases = x.__mro__, x.__bases__",
    "an object without references": "x = object()",
}


def run(program):
    names = {"__name__": "__main__"}
    exec(PRELUDE, names)
    exec(program, names)
    known = {id(value): name for name, value in names.items() if not name.startswith("__")}
    known.update({id(names): "globals", id(vars(sys.modules["builtins"])): "builtins", id(object): "object"})
    x = names["x"]

    def label(o):
        if o is None or isinstance(o, (int, str)):
            return repr(o)
        return known.get(id(o), "<%s>" % type(o).__name__)

    return [label(o) for o in gc.get_referents(x)]


gc.disable()
json.dump(
    {
        "prelude": PRELUDE,
        "cases": [
            {"name": name, "program": program.strip() + "\n", "referents": run(program)}
            for name, program in CASES.items()
        ],
    },
    sys.stdout,
)
