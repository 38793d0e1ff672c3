"""Resurrection: what survives, what is found, where it is afterwards. `seen` is what the program saw.

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
import weakref
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
    ([39], "__del__ runs once, whatever the death: counting, then counting", """
r = R("r")
del r
see(len(kept))
kept.clear()
see(len(kept))
"""),
    ([39], "__del__ runs once: by the collector, then by the collector, then by counting", """
r = R("r")
r.me = r
del r
see(gc.collect())
kept.clear()
see(gc.collect())
r = R("again")
r.me = r
del r
gc.collect()
del kept[0].me
kept.clear()
see("gone")
"""),
    ([39], "resurrection is transitive", """
r = R("r")
r.me = r
r.other = Plain()
r.other.list = [Plain()]
r.other.list[0].d = D("d")
w = weakref.ref(r.other.list[0])
del r
see(gc.collect())
see([len(kept), kept[0].other.list[0].d.name, w() is None])
"""),
    ([39], "one object resurrected among ten cycles", """
for k in range(10):
    x = Plain()
    x.me = x
r = R("r")
r.me = r
del x, r
see(gc.collect())
see(gc.collect())
kept.clear()
see(gc.collect())
"""),
    ([39], "both of a pair, one of which is resurrected", """
a, b = R("a"), D("b")
a.b, b.a = b, a
del a, b
see(gc.collect())
see(kept[0].b.name)
kept.clear()
see(gc.collect())
"""),
    ([39], "garbage that the resurrected does not reach, in a chain that leads to it", """
r = R("r")
r.me = r
x = D("x")
x.me = x
x.r = r
del r, x
see(gc.collect())
see(len(kept))
"""),
    ([39, 40], "where a resurrected object is afterwards", """
for g in (0, 1, 2):
    gc.collect()
    r = R("r")
    r.me = r
    r.list = []
    del r
    see([gc.collect(g), generation(kept[0]), generation(kept[0].list)])
    kept.clear()
"""),
    ([39, 40], "by counting, an object begins again in the youngest generation", """
r = R("r")
gc.collect()
see(generation(r))
del r
see([generation(kept[0]), gc.is_tracked(kept[0])])
"""),
    ([39], "is_finalized before, inside, after; of another class, of an int", """
is_finalized = getattr(gc, "is_finalized", None)
class Looks(D):
    def __del__(self):
        see(is_finalized(self))
        kept.append(self)
if is_finalized is not None:
    x = Looks("x")
    see(is_finalized(x))
    del x
    see([is_finalized(kept[0]), is_finalized(Plain()), is_finalized(3)])
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
