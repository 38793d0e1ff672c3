"""What pymalloc does with requests: addresses, pools, arenas, and the memory of the process. For Linux.

Each experiment runs in a child of its own and begins in a clean arena: all older arenas are full, and each size class
has a pool with one block in use in a new one, opened from 512 bytes down to 16. So nothing that the interpreter did at
its start has a part in what follows, and a model that begins empty can tell each address. Whatever a function needs when
it first runs is made before the clean arena, and readings go into space made before.

walk          first the one block of each size class from 512 down to 128 bytes is freed, in this order. Then, step by
              step, what slot slots[k] holds is freed, or, if that is nothing, a block is put there: sizes[k] is what is
              asked for, 0 when something is freed. places[k] is where that block begins, in granules of 16 bytes from
              the one block of 512
survivors     `count` objects of 40 bytes are made, and some of them kept: "every 1000th", "first 1000", "none". Read at
              the begin, with all, and with the survivors. Above the begin: pools and blocks in use of the size class of
              48 bytes, arenas, bytes mapped and resident. And as they are: free blocks of the class, unused pools
leak          the leak loop with the collector off, by the number of pools in an arena: 64, and 63 where arenas do not
              begin at a multiple of the pool size. roomBytes: mapped and unused at the begin. arenaSteps: the iterations
              that mapped an arena. pageSteps: those after zoom[0] up to zoom[1] that made pages resident, once for each
              page. residentBytes: above the begin, after every `every` iterations
"""

import json
import os
import random
import sys
from array import array

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "lib", "cpython"))
from memory_runs import (
    COUNT,
    KEPT,
    PAGE_BYTES,
    POOL_BYTES,
    clean_arena,
    fill,
    held,
    in_child,
    leak_data,
    opened,
    survivors_data,
)

STEPS, SLOTS, WALK_FROM = 1_200, 160, 128


def walk(steps):
    places[0] = id(fill[opened[0]])
    for i in range((512 - WALK_FROM) // 16 + 1):
        fill[opened[i]] = None
    for k in range(steps):
        slot = slots[k]
        if held[slot] is None:
            held[slot] = bytes(sizes[k])
            places[k + 1] = id(held[slot])
            asked[k] = 33 + sizes[k]
        else:
            places[k + 1] = id(held[slot])
            held[slot] = None
            asked[k] = 0


def walk_data():
    walk(100)
    held[:SLOTS] = [None] * SLOTS
    clean_arena()
    walk(STEPS)
    return {
        "slots": list(slots),
        "sizes": list(asked),
        "places": [(place - places[0]) // 16 for place in places[1:]],
    }


random.seed(1)
slots = array("q", [random.randrange(SLOTS) for _ in range(STEPS)])
# Most steps of a stretch ask for one size, so that its pools fill up and empty.
frequent = [random.randrange(WALK_FROM, 513, 16) for _ in range(STEPS // 100)]
sizes = array(
    "q",
    [(frequent[k // 100] if random.random() < 0.7 else random.randrange(WALK_FROM, 513, 16)) - 33 for k in range(STEPS)],
)
places, asked = array("q", bytes(8 * (STEPS + 1))), array("q", bytes(8 * STEPS))

json.dump(
    {
        "walk": in_child(walk_data),
        "count": COUNT,
        "survivors": {kept: in_child(survivors_data, kept) for kept in KEPT},
        # A pool of 4 KiB is a page, and so always aligned.
        "leak": {str(pools): in_child(leak_data, pools) for pools in ([64] if POOL_BYTES == PAGE_BYTES else [64, 63])},
    },
    sys.stdout,
)
