"""What gc.get_count()[0] says as objects are made and dropped: which allocations count, and what the free lists hide.

statements  after `setup`, each statement with how much it changed the count. In a setup, cold() empties the free lists
            and makes a hundred objects that count and live, so that the count can fall.
sequences   for n objects of a type, from empty free lists: the changes by making n, dropping n, making n, dropping n;
            and of making and dropping n after gc.collect(0), gc.collect(1) and gc.collect(2)
resets      gc.get_count() after collections, and what is left of a count when more was freed than counted

Besides what a statement names, the temporary objects of its calls count as long as no free list has them, such as the
tuple of arguments; up to 3.10 a call's frame counts too. The automatic collector is off.
"""

import gc
import json
import sys

PRELUDE = """
import gc
import types
import weakref

class C:
    pass

class S:
    __slots__ = ("a", "b")

class L(list):
    pass

class E(Exception):
    pass

class M:
    def m(self):
        pass

def callback(ref):
    pass

def generate():
    yield

def closure():
    x = 1
    return lambda: x

def caught():
    try:
        raise ValueError
    except ValueError as error:
        return error
"""

# What is to be made, and how. Each is made and dropped once in the setup, for the free lists.
KINDS = {
    "object()": ("", "object()"),
    "an int": ("", "int('12345')"),
    "a str": ("", "str(12345)"),
    "a float": ("", "float('1.5')"),
    "bytes": ("", "bytes(100)"),
    "a range": ("", "range(3)"),
    "a list": ("", "[]"),
    "a list of one": ("", "[1]"),
    "a dict": ("", "{}"),
    "a dict of one": ("", "{1: 1}"),
    "a tuple of two": ("a = 1", "(a, a)"),
    "a tuple of twenty": ("a = [0] * 20", "tuple(a)"),
    "a tuple of twenty-one": ("a = [0] * 21", "tuple(a)"),
    "a set": ("", "set()"),
    "a frozenset of one": ("a = [1]", "frozenset(a)"),
    "an instance": ("", "C()"),
    "an instance with slots": ("", "S()"),
    "an instance of a subclass of list": ("", "L()"),
    "a function": ("", "lambda: None"),
    "a closure with its cell and tuple": ("", "closure()"),
    "a cell": ("", "types.CellType(1)"),
    "a bound method": ("m = M()", "m.m"),
    "a bound method of a list": ("l = []", "l.append"),
    "a generator": ("", "generate()"),
    "a weak reference": ("c = C()", "weakref.ref(c)"),
    "a weak reference with a callback": ("c = C()", "weakref.ref(c, callback)"),
    "a proxy": ("c = C()", "weakref.proxy(c)"),
    "an exception": ("", "ValueError()"),
    "an exception with an argument": ("", "ValueError('x')"),
    "a written exception": ("", "E()"),
    "an exception that was raised": ("", "caught()"),
    "a module": ("", "types.ModuleType('m')"),
    "an iterator over a list": ("l = []", "iter(l)"),
    "an iterator over a range": ("r = range(3)", "iter(r)"),
    "a property": ("", "property(callback)"),
}

STATEMENTS = {
    "a pair of the leak loop": (
        "A = C()\nB = C()\nA.b = B\nB.a = A\ndel A, B\ncold()",
        ["A = C()", "B = C()", "A.b = B", "B.a = A", "A = None", "B = None"],
    ),
    "attributes and the __dict__": (
        "cold()",
        ["o = C()", "o.x = 1", "o.y = []", "d = o.__dict__", "del d", "d = o.__dict__", "del d", "del o"],
    ),
    "the first attribute where there are no inline values": (
        "class T(S): pass\nl = L()\nt = T()\ne = E()\ncold()",
        ["l.x = 1", "t.x = 1", "e.x = 1", "l.y = 1", "t.y = 1", "e.y = 1"],
    ),
    "lists dropped together": ("cold()", ["x = [[], [], []]", "del x", "x = [[], [], [], [], []]", "del x"]),
    "sets dropped together": ("cold()", ["x = [set(), set()]", "del x", "x = [set(), set()]", "x.clear()"]),
    "a cycle of lists, which counting does not drop": ("cold()", ["x = []", "x.append(x)", "del x", "x = []"]),
    "a class, three times": ("cold()", ["class K: pass", "class K1: pass", "class K2: pass"]),
    "a class with a method, three times": (
        "cold()",
        ["class K:\n    def m(self): pass", "class K1:\n    def m(self): pass", "class K2:\n    def m(self): pass"],
    ),
    "a class with two slots, three times": (
        "cold()",
        ["class %s:\n    __slots__ = 'a', 'b'" % name for name in ("K", "K1", "K2")],
    ),
    "a subclass of a class, three times": ("cold()", ["class K(C): pass", "class K1(C): pass", "class K2(C): pass"]),
    "a weak reference asked for twice": (
        "c = C()\ncold()\nweakref.ref(c, callback)\nweakref.ref(c)",
        ["r = weakref.ref(c)", "s = weakref.ref(c)", "del r", "del s"] + ["s = weakref.ref(c, callback)"] * 2,
    ),
}

SEQUENCES = {
    "list": "[]",
    "dict": "{}",
    "tuple of one": "(i,)",
    "tuple of nineteen": "tuple(nineteen)",
    "tuple of twenty": "tuple(twenty)",
    "set": "set()",
    "instance": "C()",
    "function": "lambda: None",
    "cell": "types.CellType(i)",
    "bound method": "m.m",
    "generator": "generate()",
    "weak reference": "weakref.ref(c, callback)",
}

SEQUENCE = """
nineteen, twenty, c, m = [0] * 19, [0] * 20, C(), M()
def sequence(numbers, kept, at):
    at[0] = gc.get_count()[0]
    for i in numbers: kept[i] = {make}
    at[1] = gc.get_count()[0]
    for i in numbers: kept[i] = None
    at[2] = gc.get_count()[0]
    for i in numbers: kept[i] = {make}
    at[3] = gc.get_count()[0]
    for i in numbers: kept[i] = None
    at[4] = gc.get_count()[0]
"""


def pad(room):
    for k, _ in enumerate(room):
        room[k] = set()


def fresh():
    room = [None] * 100

    def cold():
        gc.collect()
        pad(room)
        gc.get_count()

    names = {"__name__": "__main__", "cold": cold}
    exec(PRELUDE, names)
    cold()
    return names


def changes(setup, statements):
    at = [0] * (len(statements) + 1)
    marks = ["at[%d] = gc.get_count()[0]" % k for k in range(len(at))]
    lines = [setup, marks[0]]
    for statement, mark in zip(statements, marks[1:]):
        lines += [statement, mark]
    code = compile("\n".join(lines), "program", "exec")
    names = fresh()
    names["at"] = at
    exec(code, names)
    names.clear()
    return [[statement, at[k + 1] - at[k]] for k, statement in enumerate(statements)]


def sequence(make, n):
    names = fresh()
    exec(SEQUENCE.replace("{make}", make), names)
    numbers, kept, at = range(n), [None] * n, [0] * 5
    rooms = [[None] * (2 * n) for _ in range(4)]
    changed = [0] * 10
    gc.collect()
    # From here on nothing is made but what is asked for: a list of results would come from the free list.
    pad(rooms[3])
    gc.get_count()
    names["sequence"](numbers, kept, at)
    for k in range(4):
        changed[6 + k] = at[k + 1] - at[k]
    for generation in (0, 1, 2):
        gc.collect(generation)
        pad(rooms[generation])
        gc.get_count()
        names["sequence"](numbers, kept, at)
        changed[2 * generation] = at[1] - at[0]
        changed[2 * generation + 1] = at[2] - at[1]
    after = {generation: changed[2 * generation : 2 * generation + 2] for generation in (0, 1, 2)}
    return {"make": make, "n": n, "fromEmptyFreeLists": changed[6:], "afterCollect": after}


def case(name, setup, statements):
    return {"name": name, "setup": setup, "statements": changes(setup, statements)}


def kind(name, before, make):
    setup = "\n".join([line for line in (before, "cold()", "x = y = %s" % make, "del x, y") if line])
    statements = ["x = %s" % make, "x = None", "x = %s" % make, "y = %s" % make, "x = None", "y = None"]
    return case(name, setup, statements)


def resets():
    kept = [set() for _ in range(40)]
    readings = []
    for generation in (0, 0, 1, 0, 2):
        gc.collect(generation)
        readings.append([generation, list(gc.get_count())])
    kept.clear()
    readings.append(["forty sets dropped", list(gc.get_count())])
    return readings


gc.disable()
report = {
    "prelude": PRELUDE,
    "statements": [kind(name, *rest) for name, rest in KINDS.items()]
    + [case(name, *rest) for name, rest in STATEMENTS.items()],
    "sequences": [sequence(make, n) for make in SEQUENCES.values() for n in (60, 500)],
    "resets": resets(),
}
json.dump(report, sys.stdout)
