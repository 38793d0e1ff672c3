"""The trashcan: in which order deeply nested objects die by reference counting.

deaths  for each way of nesting and each depth, the numbers that died, in order; level 1 is the outermost. Each program
        is given n, the depth. D writes down its number in __del__.
levels  for each way of nesting, the smallest depth at which something inside the innermost object outlives a sibling of
        the outermost, or null when that happens at none of 60: a link that counts one level shows 49, two levels 25
seen    what programs saw that run finalizers and callbacks deep inside

The automatic collector is off.
"""

import gc
import json
import sys

PRELUDE = """
import gc
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

class Slots:
    __slots__ = ("c", "d")

class Named(D):
    pass

class Error(Exception):
    pass

class Items(list):
    pass
"""

DEPTHS = [24, 25, 26, 27, 48, 49, 50, 51, 52, 60, 100, 101, 130]

# One level more around x, with number k.
NESTS = {
    "lists, the deeper one first": "x = [x, D(k)]",
    "lists, the deeper one last": "x = [D(k), x]",
    "tuples": "x = (D(k), x)",
    "dicts": 'x = {"c": x, "d": D(k)}',
    "instances": "o = Plain()\no.c = x\no.d = D(k)\nx = o\no = None",
    "instances with slots": "o = Slots()\no.c = x\no.d = D(k)\nx = o\no = None",
    "instances with a finalizer, their siblings negative": "o = Named(k)\no.c = x\no.s = D(-k)\nx = o\no = None",
    "instances of a subclass of list": "x = Items([x, D(k)])",
    "lists in dicts in turn": 'x = [x, D(k)] if k % 2 else {"c": x, "d": D(k)}',
}

LINKS = {
    "a list": "x = [x]",
    "a tuple": "x = (x,)",
    "a dict": 'x = {"k": x}',
    "a set of a tuple": "x = frozenset([(x,)])",
    "an instance": "o = Plain()\no.c = x\nx = o\no = None",
    "an instance whose __dict__ was asked for": "o = Plain()\no.c = x\no.__dict__\nx = o\no = None",
    "an instance with slots": "o = Slots()\no.c = x\nx = o\no = None",
    "an element of a subclass of list": "x = Items([x])",
    "an attribute of a subclass of list": "o = Items()\no.c = x\nx = o\no = None",
    "a cell": "x = types.CellType(x)",
    "a bound method": "x = types.MethodType(print, x)",
    "a closure": "x = (lambda y: lambda: y)(x)",
    "a default of a function": "x = lambda y=x: y",
    "a module": 'o = types.ModuleType("m")\no.c = x\nx = o\no = None',
    "an iterator over a list": "x = iter([x])",
    "an argument of an exception": "x = ValueError(x)",
    "an argument of a written exception": "x = Error(x)",
}

# WRAP comes after each: n lists around x, and beside them the sibling, which dies after them.
SEEN = {
    "__del__ inside n lists frees a chain of five lists and then a sibling": """
class Frees:
    def __del__(self):
        deaths.append("begins")
        x = D("tail")
        for k in range(5):
            x = [x]
        root = (D("sibling"), x)
        x = None
        root = None
        deaths.append("ends")
x = Frees()
sibling = D("sibling of all")
""",
    "a weak reference's callback of an instance inside n lists": """
x = Plain()
watcher = weakref.ref(x, lambda ref: deaths.append("callback"))
sibling = D("sibling of all")
""",
    "the sibling looks at the weak reference to an instance inside n lists": """
x = Plain()
watcher = weakref.ref(x)
class Looks:
    def __del__(self):
        deaths.append("dead" if watcher() is None else "alive")
sibling = Looks()
""",
}

SEEN_DEPTHS = [1, 40, 45, 47, 48, 49, 50, 51]


def deaths_of(*programs, **given):
    names = dict(given, __name__="__main__")
    exec(PRELUDE, names)
    for program in programs:
        exec(program, names)
    deaths = list(names["deaths"])
    names.clear()
    gc.collect()
    return deaths


def indented(step):
    return "\n".join("    " + line for line in step.split("\n"))


def nest(step):
    # The innermost object holds nothing deeper.
    return "x = None\nfor k in range(n, 0, -1):\n%s\ndel x\n" % indented(step)


def chain(step):
    return 'x = D("tail")\nfor k in range(n):\n%s\nroot = (D("sibling"), x)\ndel x\ndel root\n' % indented(step)


def first_deferred(step):
    code = compile(chain(step), "program", "exec")
    names = {"__name__": "__main__"}
    exec(PRELUDE, names)
    for n in range(1, 61):
        names["n"] = n
        exec(code, names)
        if names["deaths"] != ["tail", "sibling"]:
            return n
        names["deaths"].clear()
    return None


WRAP = """
for k in range(n):
    x = [x]
root = (sibling, x)
del sibling, x
del root
"""

gc.disable()
json.dump(
    {
        "prelude": PRELUDE,
        "deaths": [
            {
                "name": name,
                "program": nest(step),
                "deaths": {n: " ".join(map(str, deaths_of(nest(step), n=n))) for n in DEPTHS},
            }
            for name, step in NESTS.items()
        ],
        "levels": [
            {"name": name, "program": chain(step), "firstDeferred": first_deferred(step)}
            for name, step in LINKS.items()
        ],
        "seen": [
            {
                "name": name,
                "program": program.strip() + "\n" + WRAP.strip() + "\n",
                "deaths": {n: deaths_of(program, WRAP, n=n) for n in SEEN_DEPTHS},
            }
            for name, program in SEEN.items()
        ],
    },
    sys.stdout,
)
