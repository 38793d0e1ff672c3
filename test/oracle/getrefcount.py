"""What sys.getrefcount shows. `seen` is what the program saw.

items  the numbered behaviours of the list "What a faithful simulator must reproduce" that the case belongs to

Each case is a program as text; the prelude comes before it. The automatic collector is off. A count is one more than
the references that there are, if not said otherwise: the argument counts. `rise` is how much ten more references add to
it, which is 0 for an immortal object.
"""

import gc
import json
import sys

PRELUDE = """
import gc
import sys
seen = []
see = seen.append

class Leak(object):
    pass

def rise(o):
    before = sys.getrefcount(o)
    ten = [o] * 10
    return sys.getrefcount(o) - before
"""

CASES = [
    ([7], "the counts of a pair, while named and after", """
A = Leak()
B = Leak()
see([sys.getrefcount(A), sys.getrefcount(B)])
A.b = B
see([sys.getrefcount(A), sys.getrefcount(B)])
B.a = A
see([sys.getrefcount(A), sys.getrefcount(B)])
A = None
see(sys.getrefcount(B))
see(sys.getrefcount(B.a))
"""),
    ([8], "getrefcount of a temporary, a name, two names", """
see(sys.getrefcount(Leak()))
g = Leak()
see(sys.getrefcount(g))
h = g
see(sys.getrefcount(g))
"""),
    ([8], "getrefcount of a local: one name, two names, and three elements of a list", """
def f():
    a = Leak()
    see(sys.getrefcount(a))
    b = a
    see(sys.getrefcount(a))
    l = [a, a, a]
    see(sys.getrefcount(a))
f()
"""),
    ([8], "getrefcount of a parameter, given a local, a name of the module, a temporary", """
def g(x):
    see(sys.getrefcount(x))
def f():
    a = Leak()
    g(a)
a = Leak()
f()
g(a)
g(Leak())
"""),
    ([8], "getrefcount of a variable that a closure captures", """
def f():
    a = Leak()
    def inner():
        see(sys.getrefcount(a))
    see(sys.getrefcount(a))
    inner()
    return inner
f()()
"""),
    ([8], "getrefcount of a loop's variable over a list, in a module and in a function", """
for x in [Leak(), Leak()]:
    see(sys.getrefcount(x))
def f():
    for y in [Leak(), Leak()]:
        see(sys.getrefcount(y))
f()
"""),
    ([8], "getrefcount of what containers hold", """
a = Leak()
l = [a]
t = (a,)
d = {"k": a}
s = {a}
o = Leak()
o.k = a
see(sys.getrefcount(a))
l.append(a)
see(sys.getrefcount(a))
d.clear()
s.discard(a)
see(sys.getrefcount(a))
del l, t, o
see(sys.getrefcount(a))
"""),
    ([9], "a class is held once by each of its living instances", """
before = sys.getrefcount(Leak)
x = [Leak(), Leak(), Leak()]
see(sys.getrefcount(Leak) - before)
x.pop()
see(sys.getrefcount(Leak) - before)
a = Leak()
a.me = a
del a, x
see(sys.getrefcount(Leak) - before)
gc.collect()
see(sys.getrefcount(Leak) - before)
"""),
    ([10], "ten more references to None, True, 7, the empty tuple, the empty text, a letter, object", """
see([rise(None), rise(True), rise(7), rise(()), rise(""), rise("k"), rise(object)])
"""),
    ([10], "ten more references to 257, a number of 20 digits, a long text, a class", """
see([rise(int("257")), rise(10**20 + len(seen)), rise(str(10**40)), rise(Leak)])
"""),
    ([10], "getrefcount of None, where it cannot change", """
see(sys.getrefcount(None) if rise(None) == 0 else "changes")
"""),
    ([11], "which ints are one object, however they were made", """
see([int(str(n)) is int(str(n)) for n in (-7, -6, -5, -1, 0, 1, 255, 256, 257, 258)])
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
