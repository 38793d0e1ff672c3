"""When the automatic collector runs, which generation it takes and what it finds, in two programs.

leakLoop  60,000 iterations of the article's loop.
appends   `keep.append([])` 300,000 times: nothing is ever garbage, so only the thresholds speak.

Each collection is [iteration, counted from 0; generation; collected]. `startCount` is gc.get_count()[0] when the program
begins, with the tuple that get_count() returned. Between start and end only the program allocates objects that the
collector counts: the collections are written into arrays made before. Each program starts after gc.collect() and gets
the default thresholds, which are given.
"""

import gc
import json
import sys
from array import array

LEAK_LOOP_ITERATIONS = 60000
APPENDS = 300000
ROOM = 2000


class Leak(object):
    pass


class Collections:
    """The marks of one program, written by a callback that allocates nothing."""

    def __init__(self):
        self.columns = [array("q", bytes(8 * ROOM)) for _ in range(3)]
        self.length = 0

    def rows(self):
        return [[column[k] for column in self.columns] for k in range(self.length)]


def on_collection(phase, info):
    if phase == "stop":
        at, generation, collected = marks.columns
        at[marks.length] = i
        generation[marks.length] = info["generation"]
        collected[marks.length] = info["collected"]
        marks.length += 1


def report(start, after):
    return {"startCount": start, "collections": marks.rows(), "countsAfter": after}


i = 0
for _ in range(300):
    A = Leak()
    B = Leak()
    A.b = B
    B.a = A
    A = None
    B = None

marks = Collections()
gc.collect()
gc.callbacks.append(on_collection)
spare = []
del spare
start = gc.get_count()[0] + 1
for i in range(LEAK_LOOP_ITERATIONS):
    A = Leak()
    B = Leak()
    A.b = B
    B.a = A
    A = None
    B = None
after = gc.get_count()
gc.callbacks.remove(on_collection)
leak_loop = report(start, after)

marks = Collections()
keep = []
gc.collect()
gc.callbacks.append(on_collection)
start = gc.get_count()[0] + 1
for i in range(APPENDS):
    keep.append([])
after = gc.get_count()
gc.callbacks.remove(on_collection)
appends = report(start, after)

json.dump({"thresholds": gc.get_threshold(), "leakLoop": leak_loop, "appends": appends}, sys.stdout)
