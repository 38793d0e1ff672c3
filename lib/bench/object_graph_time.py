"""Times the life of many objects on this interpreter: prints CPU times per object as JSON.

The objects are made with the collector on, collected while they are alive, changed, and collected as trash.
"""

import gc
import json
import sys
from time import process_time_ns

kind, objects, repeats = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])


class Leak(object):
    pass


class Chance:
    """Numbers that look random: the generator of lib/bench/chance.ts, so that both sides make the same graph."""

    def __init__(self):
        self.state = 1

    def below(self, limit):
        self.state = (self.state * 1103515245 + 12345) & 0x7FFFFFFF
        return (self.state >> 8) % limit


def leak_pairs(count):
    held = []
    for _ in range(count // 2):
        A = Leak()
        B = Leak()
        A.b = B
        B.a = A
        held.append(A)
        held.append(B)
    return held


def empty_lists(count):
    held = []
    for _ in range(count):
        held.append([])
    return held


def timed(work):
    start = process_time_ns()
    answer = work()
    return process_time_ns() - start, answer


def store(plan):
    for item, place, value in plan:
        item[place] = value


gc.collect()
build_ns, held = timed(lambda: leak_pairs(objects) if kind == "leak-pairs" else empty_lists(objects))
gc.collect()
gc.disable()
chance = Chance()
if kind == "random-graph":
    for one in held:
        one.append(held[chance.below(objects)])
        one.append(held[chance.below(objects)])
live_ns = sorted(timed(gc.collect)[0] for _ in range(repeats))[repeats // 2]
store_ns = 0
if kind == "random-graph":
    plan = [(held[chance.below(objects)], k & 1, held[chance.below(objects)]) for k in range(objects)]
    store_ns = timed(lambda: store(plan))[0]
    del plan
if kind == "empty-lists":
    for one in held:
        one.append(one)
if kind != "leak-pairs":
    del one
del held
trash_ns, found = timed(gc.collect)
print(
    json.dumps(
        {
            "buildNs": build_ns / objects,
            "collectNs": live_ns / objects,
            "storeNs": store_ns / objects,
            "trashNs": trash_ns / objects,
            "found": found,
        }
    )
)
