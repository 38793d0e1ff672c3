"""Bindings and counting: who dies when, and what __del__ sees of its statement. `seen` is what the program saw.

items  the numbered behaviours of the list "What a faithful simulator must reproduce" that the case belongs to

Each case is a program as text; the prelude comes before it. The automatic collector is off. D writes down its name in
__del__.
"""

import gc
import json
import sys

PRELUDE = """
seen = []
see = seen.append

class D:
    def __init__(self, name):
        self.name = name
    def __del__(self):
        see(self.name)

class Leak(object):
    pass
"""

CASES = [
    ([1, 5], "everything that a name kept alive dies inside the statement that drops it", """
x = D("head")
x.next = D("middle")
x.next.next = [D("tail")]
see("before")
x = None
see("after")
"""),
    ([2], "while a name is bound anew, both objects are alive", """
class Counted:
    alive = 0
    def __init__(self):
        Counted.alive += 1
        see(Counted.alive)
    def __del__(self):
        Counted.alive -= 1
a = Counted()
a = Counted()
see(Counted.alive)
"""),
    ([3], "__del__ of the old value sees the new binding", """
class Looks(D):
    def __del__(self):
        see([self.name, a.name])
a = Looks("first")
a = D("second")
"""),
    ([3], "__del__ of the old value sees None where None was bound", """
class Looks(D):
    def __del__(self):
        see(a)
a = Looks("first")
a = None
"""),
    ([3], "__del__ sees that a deleted name is missing", """
class Looks(D):
    def __del__(self):
        see("a" in globals())
a = Looks("first")
see("a" in globals())
del a
"""),
    ([3], "__del__ sees the attribute, the element, the value that took its place", """
class Looks(D):
    def __del__(self):
        see([box.k, l[0], d["k"]])
box, l, d = Leak(), [None], {"k": None}
box.k = Looks("k")
box.k = 1
l[0] = Looks("0")
l[0] = 2
d["k"] = Looks("k")
d["k"] = 3
"""),
    ([3], "__del__ of an attribute that is deleted, of an element that is popped", """
class Looks(D):
    def __del__(self):
        see([self.name, hasattr(box, "k"), len(l), len(d)])
box, l, d = Leak(), [], {}
box.k = Looks("attribute")
del box.k
l.append(Looks("element"))
l.pop()
d["k"] = Looks("value")
del d["k"]
"""),
    ([6], "locals of a function, in the order of their first binding in the text", """
def f():
    a = D("a")
    c = D("c")
    b = D("b")
    a = D("a again")
f()
"""),
    ([6], "arguments and locals", """
def f(p, *args, k=None, **kw):
    z = D("z")
    a = D("a")
f(D("p"), D("arg 0"), D("arg 1"), k=D("k"), x=D("kw"))
"""),
    ([6], "arguments, locals and cells", """
def f(p):
    z = D("z")
    c = D("cell c")
    a = D("a")
    b = D("cell b")
    def inner():
        return c, b
f(D("p"))
"""),
    ([6], "an argument that is a cell", """
def f(p):
    a = D("a")
    c = D("cell c")
    def inner():
        return p, c
f(D("p"))
"""),
    ([6], "a returned local outlives the others", """
def f():
    a = D("a")
    b = D("b")
    return a
f()
see("after the call")
"""),
]


def run(program):
    names = {"__name__": "__main__"}
    exec(PRELUDE, names)
    gc.collect()
    exec(program, names)
    return list(names["seen"])


gc.disable()
json.dump(
    {
        "prelude": PRELUDE,
        "cases": [
            {"items": items, "name": name, "program": program.strip() + "\n", "seen": run(program)}
            for items, name, program in CASES
        ],
    },
    sys.stdout,
)
