"""__del__: when it runs, in which order, and what is true inside. `seen` is what the program saw.

items  the numbered behaviours of the list "What a faithful simulator must reproduce" that the case belongs to

Each case is a program as text; the prelude comes before it. The automatic collector is off. D writes down its name in
__del__; R also keeps itself alive in `kept`. generation(o) is the number of the list that has o, or None. Up to 3.10
each instance with attributes has a dict, which gc.collect() counts too.
"""

import gc
import json
import sys

PRELUDE = """
import gc
import sys
seen = []
see = seen.append
kept = []

class D:
    def __init__(self, name):
        self.name = name
    def __del__(self):
        see(self.name)

class R(D):
    def __del__(self):
        see(self.name)
        kept.append(self)

class Plain:
    pass

def generation(o):
    for g in range(3):
        for x in gc.get_objects(generation=g):
            if x is o:
                return g
"""

CASES = [
    ([5], "a tree that dies by counting: a parent, then each child with what it holds", """
t = D("root")
t.a = D("a")
t.b = D("b")
t.a.a = D("a a")
t.a.b = D("a b")
t.b.a = D("b a")
del t
"""),
    ([37], "the same tree with a cycle: in the order in which they were made", """
t = D("root")
t.a = D("a")
t.b = D("b")
t.a.a = D("a a")
t.a.b = D("a b")
t.b.a = D("b a")
t.a.up = t.b.up = t
del t
gc.collect()
"""),
    ([37], "a leaf that was made first is finalized first", """
leaf = D("leaf")
middle = D("middle")
root = D("root")
middle.leaf = leaf
root.middle = middle
root.me = root
del leaf, middle, root
gc.collect()
"""),
    ([37], "a finalizer that drops another object of the garbage", """
class Drops(D):
    def __del__(self):
        see(self.name)
        del self.other
        see(self.name + " ends")
a = Drops("a")
a.me = a
a.other = D("b")
del a
see(gc.collect())
"""),
    ([38], "objects whose finalizers cut their own cycle are not counted", """
class Cuts(D):
    def __del__(self):
        see(self.name)
        self.other = None
a = Cuts("alone")
a.other = a
del a
see(gc.collect())
a, b = Cuts("first of a pair"), Plain()
a.other, b.other = b, a
del a, b
see(gc.collect())
b, a = Plain(), Cuts("second of a pair")
a.other, b.other = b, a
del a, b
see(gc.collect())
a, b, c = Cuts("of three"), Plain(), Plain()
a.other, b.other, c.other = b, c, a
c.me = c
del a, b, c
see(gc.collect())
"""),
    ([38], "collect() returns what was found, without the resurrected, and 0 inside", """
x = Plain()
x.me = x
y = R("resurrected")
y.me = y
del x, y
see(gc.collect())
class Nested(D):
    def __del__(self):
        see(gc.collect())
x = Nested("nested")
x.me = x
del x
see(gc.collect())
"""),
    ([37], "inside __del__: tracked, in which generation, counted how often, for each death", """
class Looks(D):
    def __del__(self):
        see([self.name, gc.is_tracked(self), generation(self), sys.getrefcount(self)])
x = Looks("counting")
gc.collect()
del x
x = Looks("cycle")
x.me = x
del x
gc.collect()
x, y = Looks("first of a pair"), Looks("second of a pair")
x.y, y.x = y, x
del x, y
gc.collect()
"""),
    ([40], "what __del__ makes during a collection is in the youngest generation, garbage too", """
class Makes(D):
    def __del__(self):
        x = Plain()
        x.me = x
        kept.append(Plain())
gc.collect()
m = Makes("m")
m.me = m
del m
see(gc.collect(1))
see(generation(kept[0]))
see(gc.collect(0))
"""),
    ([5], "the memory of an object is free only after its attributes are dropped", """
class Wide:
    __slots__ = ["slot%d" % k for k in range(30)] + ["held"]
class Makes(D):
    def __del__(self):
        kept.append(Wide())
w = Wide()
w.held = Makes("m")
address = id(w)
del w
see(id(kept[0]) == address)
see(id(Wide()) == address)
"""),
    ([37], "generators in garbage are closed", """
def g(name):
    d = D(name)
    me = yield
    try:
        yield
    finally:
        see("finally " + name)
for name in ("one", "two"):
    x = g(name)
    next(x)
    x.send(x)
del x
see(gc.collect())
"""),
    ([37], "an error in __del__ is reported and forgotten", """
class Fails(D):
    def __del__(self):
        see(self.name)
        raise ValueError
class Quiet:
    def write(self, text):
        if "Error" in text:
            see(text.split(":")[0].strip())
    def flush(self):
        pass
stderr, sys.stderr = sys.stderr, Quiet()
x = [Fails("1"), Fails("0")]
del x
sys.stderr = stderr
see("after")
"""),
]


def run(program):
    names = {"__name__": "__main__"}
    exec(PRELUDE, names)
    own = set(names)
    gc.collect()
    exec(program, names)
    seen = list(names["seen"])
    # What a program left alive must not die in the next one.
    for name in set(names) - own:
        del names[name]
    names["kept"].clear()
    gc.collect()
    return seen


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
