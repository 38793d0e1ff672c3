"""When the automatic collector runs, and what the program has by then. `seen` is what the program saw.

items  the numbered behaviours of the list "What a faithful simulator must reproduce" that the case belongs to

Each case is a program as text; the prelude comes before it. The automatic collector is off when a program begins, the
thresholds are the default ones.
"""

import gc
import json
import sys

PRELUDE = """
import gc
seen = []
see = seen.append

class Leak(object):
    pass
"""

CASES = [
    ([24, 25], "the count before the allocation that makes the first collection due, and the thresholds", """
kept = [None] * 3000
def on_collection(phase, info):
    if phase == "start":
        gc.disable()
        see(count)
see(list(gc.get_threshold()))
gc.collect()
gc.callbacks.append(on_collection)
gc.enable()
for k in range(len(kept)):
    count = gc.get_count()[0]
    kept[k] = set()
gc.callbacks.clear()
"""),
    ([29], "a collection that is due among statements without calls: what is bound, what is tracked, by then", """
def on_collection(phase, info):
    if phase == "start":
        gc.disable()
        names = [name for name in "abcdef" if name in globals()]
        see([step, names, sum(1 for o in gc.get_objects(generation=0) if type(o) is set)])
def nothing():
    pass
gc.set_threshold(4)
gc.get_count()
gc.collect(1)
see(gc.get_count()[0])
gc.callbacks.append(on_collection)
gc.enable()
step = 1
a = {1}
step = 2
b = {2}
step = 3
c = {3}
step = 4
d = {4}
step = 5
e = {5}
step = 6
f = {6}
step = 7
nothing()
step = 8
gc.callbacks.clear()
"""),
    ([29], "a collection that is due in a loop without calls", """
def on_collection(phase, info):
    if phase == "start":
        gc.disable()
        see([step, [x is not None for x in kept]])
kept = [None] * 8
step = None
numbers = range(8)
gc.set_threshold(4)
gc.get_count()
gc.collect(1)
see(gc.get_count()[0])
gc.callbacks.append(on_collection)
gc.enable()
for step in numbers:
    kept[step] = {step}
gc.callbacks.clear()
"""),
    ([30], "one call into C that makes 200,000 lists: collections of each generation", """
from itertools import repeat
gc.collect()
gc.set_threshold(700, 10, 10)
before = [g["collections"] for g in gc.get_stats()]
gc.enable()
lists = list(map(list, repeat((), 200000)))
gc.disable()
see([g["collections"] - n for g, n in zip(gc.get_stats(), before)])
"""),
    ([32, 33], "collections of each generation in 200,000 iterations of the leak loop after a full collection", """
def leak(n):
    for _ in range(n):
        A = Leak()
        B = Leak()
        A.b = B
        B.a = A
        A = None
        B = None
leak(40)
gc.collect()
gc.enable()
before = [g["collections"] for g in gc.get_stats()]
leak(200000)
gc.disable()
see([g["collections"] - n for g, n in zip(gc.get_stats(), before)])
"""),
    ([36], "the most instances of Leak alive when a collection starts, in 20,000 iterations", """
most = 0
def at_start(phase, info):
    global most
    if phase == "start":
        most = max(most, sum(1 for o in gc.get_objects() if type(o) is Leak))
gc.collect()
gc.callbacks.append(at_start)
gc.enable()
for i in range(20000):
    A = Leak()
    B = Leak()
    A.b = B
    B.a = A
    A = None
    B = None
gc.disable()
gc.callbacks.clear()
see(most)
"""),
    ([42], "with the collector disabled nothing cyclic is freed until collect()", """
def leak(n):
    for _ in range(n):
        A = Leak()
        B = Leak()
        A.b = B
        B.a = A
def alive():
    return sum(1 for o in gc.get_objects() if type(o) is Leak)
for n in (1000, 2000):
    leak(n)
    see(alive())
see(gc.collect())
see(alive())
"""),
    ([42], "a threshold of 0 disables too, and the count rises", """
gc.set_threshold(0)
gc.enable()
gc.collect()
x = [set() for _ in range(5000)]
see(gc.get_count()[0] >= 5000)
gc.disable()
gc.set_threshold(2000)
"""),
]


def run(program):
    names = {"__name__": "__main__"}
    exec(PRELUDE, names)
    own = set(names)
    gc.collect()
    thresholds = gc.get_threshold()
    exec(program, names)
    gc.disable()
    gc.set_threshold(*thresholds)
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
