"""What a program sees of the collector on 3.14 and 3.15. Each case is a program as text; `seen` is what it wrote down.

gc.collect() runs twice before each program, and the automatic collector is off. `gained()` says what gc.get_count()[0] has risen by
since `mark()`; the list `kept` has room, so that appending to it allocates no container.
"""

import gc
import json
import sys

PRELUDE = """
import gc
import weakref
seen = []
kept = [None] * 2000
marked = [0]

class Node:
    pass

def self_lists(n):
    for _ in range(n):
        x = []
        x.append(x)

def generation(o):
    for g in (0, 1, 2):
        if any(one is o for one in gc.get_objects(g)):
            return g
    return None

def mark():
    marked[0] = gc.get_count()[0]

def gained():
    return gc.get_count()[0] - marked[0]

def stats():
    return [[one["collections"], one["collected"]] for one in gc.get_stats()]
"""

CASES = {
    "thresholds that were set": "gc.set_threshold(5, 6, 7)\nseen.append(gc.get_threshold())\ngc.set_threshold(2000, 10, 10)",
    "count: 500 tuples of ints": "mark()\nfor k in range(500): kept[k] = (k, k)\nseen.append(gained())",
    "count: 500 lists, and then none": """
mark()
for k in range(500): kept[k] = []
seen.append(gained())
for k in range(500): kept[k] = None
seen.append(gained())
""",
    "count: 500 dicts, and then none": """
mark()
for k in range(500): kept[k] = {}
seen.append(gained())
for k in range(500): kept[k] = None
seen.append(gained())
""",
    "count: after each collection": """
keep = []
seen.append(list(gc.get_count())[1:])
for g in (0, 0, 1, 0, 2):
    gc.collect(g)
    seen.append(list(gc.get_count())[1:])
""",
    "generation of an object: new, after collect(0), collect(1), collect(2)": """
x = []
seen.append(generation(x))
for g in (0, 1, 2):
    gc.collect(g)
    seen.append(generation(x))
""",
    "collect(0) finds what is new": "self_lists(10)\nseen.append(gc.collect(0))\nseen.append(gc.collect())",
    "collect(1), twice, right after a full one": """
self_lists(10)
seen.append(gc.collect(1))
seen.append(gc.collect(1))
seen.append(gc.collect())
""",
    "collect(0) does not find what is old": """
a = Node()
a.me = a
gc.collect(0)
a = None
seen.append(gc.collect(0))
seen.append(gc.collect())
""",
    "statistics: one collection each": """
before = stats()
for g in (0, 1, 2):
    self_lists(3)
    gc.collect(g)
seen.append([[b - a for a, b in zip(old, new)] for old, new in zip(before, stats())])
""",
    "frozen and unfrozen": """
x = []
gc.freeze()
seen.append(generation(x))
seen.append(list(gc.get_count())[1:])
gc.unfreeze()
seen.append(generation(x))
gc.collect()
""",
    "frozen garbage": """
a = Node()
a.me = a
gc.freeze()
a = None
seen.append(gc.collect())
gc.unfreeze()
seen.append(gc.collect())
""",
    "a weak reference without a callback, asked in __del__ of garbage": """
class D:
    def __del__(self):
        seen.append(ref() is self)
a = D()
a.me = a
ref = weakref.ref(a)
a = None
seen.append(gc.collect())
seen.append(ref() is None)
""",
    "a weak reference with a callback, asked in __del__ of garbage": """
class D:
    def __del__(self):
        seen.append(ref() is self)
a = D()
a.me = a
ref = weakref.ref(a, lambda ref: seen.append("callback"))
a = None
seen.append(gc.collect())
""",
    "a weak reference to garbage that its __del__ saves": """
class D:
    def __del__(self):
        saved.append(self)
saved = []
a = D()
a.me = a
ref = weakref.ref(a)
a = None
seen.append(gc.collect())
seen.append(ref() is None)
""",
    "a class, its collection": "class C: pass\ndel C\nseen.append(gc.collect())",
    "an instance that was asked for its __dict__": "a = Node()\na.me = a\na.__dict__\ndel a\nseen.append(gc.collect())",
    "an exception kept in its own frame": """
def f():
    try:
        raise ValueError
    except ValueError as e:
        kept = e
f()
seen.append(gc.collect())
""",
}


def run(program):
    names = {"__name__": "__main__"}
    exec(PRELUDE, names)
    gc.collect()
    gc.collect()
    exec(program, names)
    return list(names["seen"])


gc.disable()
json.dump(
    {
        "prelude": PRELUDE,
        "cases": [{"name": name, "program": program.strip() + "\n", "seen": run(program)} for name, program in CASES.items()],
    },
    sys.stdout,
)
