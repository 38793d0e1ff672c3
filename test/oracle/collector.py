"""What a collection does with the generations, and what the functions of the module gc tell.

items  the numbered behaviours of the list "What a faithful simulator must reproduce" that the case belongs to

Each case is a program as text, `seen` is what the program saw; the prelude comes before it. The automatic collector is
off. D writes down its name in __del__. generation(o) is the number of the list that has o, or None.
"""

import gc
import json
import sys

PRELUDE = """
import gc
import weakref
seen = []
see = seen.append

class D:
    def __init__(self, name):
        self.name = name
    def __del__(self):
        see(self.name)

class Leak(object):
    pass

def generation(o):
    for g in range(3):
        for x in gc.get_objects(generation=g):
            if x is o:
                return g

def names_of(objects):
    return [o.name for o in objects if type(o) is D]
"""

CASES = [
    ([34], "objects once thought unreachable are linked anew in the order in which they are reached", """
x = [D("a"), D("b"), D("c")]
for o in x:
    o.me = o
del o
gc.collect()
del x
gc.collect()
see("--")
x = {1: D("a"), 2: D("b"), 3: D("c")}
for o in x.values():
    o.me = o
del o
gc.collect()
del x
gc.collect()
"""),
    ([34], "a reachable object far back in the list rescues those before it", """
gc.collect()
a, b, c = D("a"), D("b"), D("c")
c.next, b.next, a.next = b, a, c
root = [c]
del a, b, c
see(gc.collect(0))
see(names_of(gc.get_objects(generation=1)))
"""),
    ([37], "the order of the generations in a collection", """
def cycle(name):
    d = D(name)
    d.me = d
    return d
def three():
    gc.collect()
    old = cycle("old")
    gc.collect()
    middle = cycle("middle")
    gc.collect(0)
    young = cycle("young")
three()
gc.collect(1)
see("--")
gc.collect()
see("--")
three()
gc.collect()
"""),
    ([38], "collect() of each generation finds only what is young enough", """
def cycle(kept=None):
    x = [kept]
    x.append(x)
    return x
for g in (0, 1, 2):
    old, middle, young = cycle(), None, None
    gc.collect()
    middle = cycle()
    gc.collect(0)
    young = cycle()
    del old, middle, young
    see([gc.collect(g), gc.collect()])
"""),
    ([40], "a survivor moves one generation up", """
a = D("a")
see(generation(a))
gc.collect(0)
see(generation(a))
gc.collect(0)
see(generation(a))
gc.collect(1)
see(generation(a))
gc.collect()
see(generation(a))
"""),
    ([40], "where objects are after collections, in the order of the lists", """
gc.collect()
a = D("a")
gc.collect(0)
b = D("b")
see([names_of(gc.get_objects(generation=g)) for g in range(3)])
gc.collect(1)
c = D("c")
gc.collect(0)
d, e = D("d"), D("e")
see([names_of(gc.get_objects(generation=g)) for g in range(3)])
see(names_of(gc.get_objects()))
gc.collect()
see(names_of(gc.get_objects(generation=2)))
"""),
    ([43], "frozen objects are in no generation and are not collected until they are unfrozen", """
gc.collect()
a = D("a")
a.me = a
see(gc.get_freeze_count() == 0)
gc.freeze()
see(list(gc.get_count()))
see([generation(a), gc.get_freeze_count() > 0, gc.is_tracked(a)])
del a
see(gc.collect())
gc.unfreeze()
see("unfrozen")
see(gc.collect())
"""),
    ([43], "the order after freeze and unfreeze", """
gc.collect()
a = D("old")
gc.collect()
b = D("middle")
gc.collect(0)
c = D("young")
gc.freeze()
see(names_of(gc.get_objects()))
gc.unfreeze()
see([names_of(gc.get_objects(generation=g)) for g in range(3)])
"""),
    ([43], "DEBUG_SAVEALL keeps what was found in gc.garbage, finalized", """
A, B = Leak(), Leak()
A.b, B.a = B, A
A.list = [1]
A.tuple = (A,)
A.d = D("d")
A = B = None
gc.set_debug(gc.DEBUG_SAVEALL)
see(gc.collect())
gc.set_debug(0)
see([type(o).__name__ for o in gc.garbage])
see(len(gc.garbage))
gc.garbage.clear()
see(gc.collect())
"""),
    ([38], "what gc.callbacks are told, with the counts, and a collect() inside", """
def told(phase, info):
    see([phase, info, gc.get_count()[1:], gc.collect()])
gc.collect()
x = []
x.append(x)
del x
gc.callbacks.append(told)
gc.collect(0)
gc.collect(1)
gc.collect()
gc.callbacks.clear()
"""),
    ([38], "gc.get_stats adds up by generation", """
gc.collect()
before = gc.get_stats()
for g in (0, 1, 2, 0):
    x = []
    x.append(x)
    del x
    gc.collect(g)
keys = ("collections", "collected", "uncollectable")
for was, after in zip(before, gc.get_stats()):
    see([after[key] - was[key] for key in keys])
"""),
    ([40], "get_referrers goes through the generations from the youngest", """
a = D("a")
l = [a]
gc.collect()
t = (a, l)
gc.collect(0)
d = {"k": a}
o = Leak()
o.x = a
see([type(x).__name__ for x in gc.get_referrers(a) if x is not globals()])
see([type(x).__name__ for x in gc.get_referrers(a, l) if x is not globals()])
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
