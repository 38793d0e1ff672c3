"""The leak loop beside `extra` live lists, on 3.14 (the incremental collector) and 3.15 (the generational one again).

live         heap_size when the loop begins: tracked objects, the lists among them; null on 3.15, which does not tell
startCount   gc.get_count()[0] when the loop begins
triggers     automatic collections, those that returned early included
collections  [number of the trigger, iteration, collected] of those that found something, both counted as gc and the
             loop count them: triggers from 1, iterations from 0
stats        what gc.get_stats() gained: [collections, collected] by generation
countAfter   gc.get_count() at the end

The callback writes into arrays that are there before, and has run before, so that it allocates no container.
"""

import gc
import json
import sys
from array import array

import _testinternalcapi

ROOM = 300
INCREMENTAL = sys.version_info[:2] == (3, 14)
RUNS = [(0, 250000), (50000, 100000), (200000, 150000)] if INCREMENTAL else [(0, 60000)]


class Leak(object):
    pass


numbers = array("q", bytes(8 * ROOM))
iterations = array("q", bytes(8 * ROOM))
collected = array("q", bytes(8 * ROOM))
triggers = 0
found = 0


def on_collection(phase, info):
    global triggers, found
    if phase == "stop":
        triggers += 1
        if info["collected"] > 0:
            numbers[found] = triggers
            iterations[found] = i
            collected[found] = info["collected"]
            found += 1


def stats():
    return [[one["collections"], one["collected"]] for one in gc.get_stats()]


def gained(before, after):
    return [[a - b for a, b in zip(new, old)] for new, old in zip(after, before)]


gc.disable()
runs = []
for extra, length in RUNS:
    live = [[] for _ in range(extra)]
    for i in range(300):
        A = Leak()
        B = Leak()
        A.b = B
        B.a = A
        A = None
        B = None
    gc.callbacks.append(on_collection)
    for _ in range(20):
        gc.collect(0)
        gc.collect()
    before = stats()
    gc.collect()
    triggers = found = 0
    # The tuple of get_count() is tracked when it is made, up to 3.13 and again in 3.15.
    start = gc.get_count()[0] + (0 if INCREMENTAL else 1)
    tracked = _testinternalcapi.get_tracked_heap_size() if INCREMENTAL else None
    gc.enable()
    for i in range(length):
        A = Leak()
        B = Leak()
        A.b = B
        B.a = A
        A = None
        B = None
    gc.disable()
    count_after = gc.get_count()
    gc.callbacks.remove(on_collection)
    runs.append(
        {
            "extra": extra,
            "live": tracked,
            "startCount": start,
            "iterations": length,
            "triggers": triggers,
            "collections": [[numbers[k], iterations[k], collected[k]] for k in range(found)],
            "stats": gained(before, stats()),
            "countAfter": count_after,
        }
    )
    live = None
    gc.collect()

json.dump({"thresholds": gc.get_threshold(), "runs": runs}, sys.stdout)
