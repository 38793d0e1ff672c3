"""What one gc.collect() finds. Each case is a program as text; `collected` is what gc.collect() returns after it.

`survivors` are the instances that are alive after that, of those that the program called by a name. The automatic
collector is off, and gc.collect() runs before each program, so that only the program's own trash is found. A list, a
tuple or a dict cannot be watched; a case of these tells its story by `collected` alone.
"""

import gc
import json
import sys

PRELUDE = """
import weakref
watched = []

class Node:
    def __init__(self, name):
        watched.append((name, weakref.ref(self)))
"""

CASES = {
    "no cycle": """
x = Node("x")
x.next = Node("y")
del x
""",
    "a list that holds itself": """
x = []
x.append(x)
del x
""",
    "a list that holds itself, still named": """
x = []
x.append(x)
""",
    "a list that holds itself twice": """
x = []
x.append(x)
x.append(x)
del x
""",
    "a list and a tuple that hold each other": """
x = []
t = (x,)
x.append(t)
del x, t
""",
    "a dict that holds itself": """
d = {}
d["me"] = d
del d
""",
    "two dicts that hold each other": """
d = {}
e = {"d": d}
d["e"] = e
del d, e
""",
    "a dict and a list that hold each other": """
d = {}
x = [d]
d["x"] = x
del d, x
""",
    "an instance that holds itself": """
x = Node("x")
x.me = x
del x
""",
    "a pair": """
a = Node("a")
b = Node("b")
a.b = b
b.a = a
del a, b
""",
    "a pair with a name on one": """
a = Node("a")
b = Node("b")
a.b = b
b.a = a
del b
""",
    "a pair with a reference from a live list": """
a = Node("a")
b = Node("b")
a.b = b
b.a = a
live = [b]
del a, b
""",
    "a ring of three": """
a = Node("a")
b = Node("b")
c = Node("c")
a.next = b
b.next = c
c.next = a
del a, b, c
""",
    "a ring of three with a tail": """
a = Node("a")
b = Node("b")
c = Node("c")
a.next = b
b.next = c
c.next = a
c.tail = Node("tail")
c.tail.next = Node("end of tail")
del a, b, c
""",
    "a ring of three with a tail, named by the tail": """
a = Node("a")
b = Node("b")
c = Node("c")
a.next = b
b.next = c
c.next = a
tail = Node("tail")
c.tail = tail
del a, b, c
""",
    "a ring of three with a tail of lists": """
a = Node("a")
b = Node("b")
c = Node("c")
a.next = b
b.next = c
c.next = a
c.tail = [[1], [2, [3]]]
del a, b, c
""",
    "a ring of three that holds atoms only besides": """
a = Node("a")
b = Node("b")
c = Node("c")
a.next = b
b.next = c
c.next = a
a.number = 10**20
b.text = "text"
c.nothing = None
del a, b, c
""",
    "a pair that refers to a live object": """
live = Node("live")
a = Node("a")
b = Node("b")
a.b = b
b.a = a
b.live = live
del a, b
""",
    "a pair that refers to another pair, which is named": """
c = Node("c")
d = Node("d")
c.d = d
d.c = c
a = Node("a")
b = Node("b")
a.b = b
b.a = a
a.c = c
del a, b, d
""",
    "a pair that a named pair refers to": """
c = Node("c")
d = Node("d")
c.d = d
d.c = c
a = Node("a")
b = Node("b")
a.b = b
b.a = a
c.a = a
del a, b, d
""",
    "ten pairs": """
for i in range(10):
    a = Node("a%d" % i)
    b = Node("b%d" % i)
    a.b = b
    b.a = a
del a, b
""",
    "a pair through two lists": """
a = Node("a")
b = Node("b")
a.others = [b]
b.others = [a]
del a, b
""",
    "a parent with three children that know it": """
p = Node("p")
p.children = []
for k in range(3):
    child = Node("child %d" % k)
    child.parent = p
    p.children.append(child)
del p, child
""",
    "a tuple in a cycle beside an untracked tuple": """
x = []
x.append((x, (1, 2)))
del x
""",
}


def run(program):
    names = {"__name__": "__main__"}
    exec(PRELUDE, names)
    gc.collect()
    exec(program, names)
    collected = gc.collect()
    return collected, [name for name, alive in names["watched"] if alive() is not None]


gc.disable()
results = []
for name, program in CASES.items():
    collected, survivors = run(program)
    results.append({"name": name, "program": program.strip() + "\n", "collected": collected, "survivors": survivors})
json.dump({"prelude": PRELUDE, "cases": results}, sys.stdout)
