"""The callbacks of weak references: which run, and in which order. `seen` is what the program saw.

items  the numbered behaviours of the list "What a faithful simulator must reproduce" that the case belongs to

Each case is a program as text; the prelude comes before it. The automatic collector is off. D writes down its name in
__del__, tell(name) is a callback that writes down its name.
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
        see("del " + self.name)

class Plain:
    pass

def tell(name):
    return lambda ref: see(name)
"""

CASES = [
    ([59], "callbacks run newest first; all references are dead before the first one", """
o = Plain()
r = []
for k in range(3):
    r.append(weakref.ref(o, lambda ref, k=k: see([k, [x() is None for x in r]])))
del o
"""),
    ([59], "the same in a cycle", """
o = Plain()
o.me = o
r = []
for k in range(3):
    r.append(weakref.ref(o, lambda ref, k=k: see([k, [x() is None for x in r]])))
del o
gc.collect()
"""),
    ([59], "a pair, references made crosswise: object by object, newest first", """
a, b = Plain(), Plain()
a.b, b.a = b, a
r = [weakref.ref(b, tell("b 1")), weakref.ref(a, tell("a 1")), weakref.ref(a, tell("a 2")), weakref.ref(b, tell("b 2"))]
del a, b
gc.collect()
"""),
    ([59], "all references of all garbage are dead before the first callback", """
a, b = Plain(), Plain()
a.b, b.a = b, a
ra = weakref.ref(a, lambda ref: see(["a", ra() is None, rb() is None]))
rb = weakref.ref(b, lambda ref: see(["b", ra() is None, rb() is None]))
del a, b
gc.collect()
"""),
    ([59], "a reference that is garbage itself: its callback never runs", """
o = Plain()
o.me = o
o.r = weakref.ref(o, tell("callback"))
del o
gc.collect()
see("--")
o, live = Plain(), Plain()
o.me = o
o.r = weakref.ref(live, tell("callback of a live object"))
del o
gc.collect()
see(weakref.getweakrefcount(live))
del live
"""),
    ([59], "a reference that was dropped before its object: its callback never runs", """
o = Plain()
r = weakref.ref(o, tell("callback"))
del r
del o
"""),
    ([59], "what is reachable only from garbage: its callbacks run too", """
o = Plain()
o.me = o
o.leaf = Plain()
o.other = D("other")
r = [weakref.ref(o.leaf, tell("leaf")), weakref.ref(o, tell("o")), weakref.ref(o.other, tell("other"))]
del o
gc.collect()
"""),
    ([59], "a callback that drops the reference of another object of the garbage", """
a, b = Plain(), Plain()
a.me, b.me = a, b
r = {"b": weakref.ref(b, tell("b"))}
def drop(ref):
    see("a")
    r.clear()
ra = weakref.ref(a, drop)
del a, b
gc.collect()
"""),
    ([59], "a callback gets the dead reference, whose callback is gone", """
o = Plain()
def callback(ref):
    see([ref is r, ref() is None, ref.__callback__ is None])
r = weakref.ref(o, callback)
see(r.__callback__ is callback)
del o
"""),
    ([59], "an error in a callback is reported, and the next one runs", """
class Quiet:
    def write(self, text):
        if "Error" in text:
            see(text.split(":")[0].strip())
    def flush(self):
        pass
def fails(ref):
    raise ValueError
o = Plain()
r = [weakref.ref(o, tell("first")), weakref.ref(o, fails), weakref.ref(o, tell("last"))]
stderr, sys.stderr = sys.stderr, Quiet()
del o
sys.stderr = stderr
"""),
    ([59], "what a callback makes during a collection is in the youngest generation", """
def callback(ref):
    kept.append(D("made"))
gc.collect()
o = Plain()
o.me = o
r = weakref.ref(o, callback)
del o
gc.collect(1)
see([any(x is kept[0] for x in gc.get_objects(generation=g)) for g in range(3)])
kept.clear()
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
