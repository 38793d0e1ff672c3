"""How pymalloc rounds requests, and which of its blocks is used again first.

classes  [bytes asked for, bytes from one block to the next] of 400 bytes objects; the distance is null where the blocks
         are not in pools: a pool is aligned to its size, and its blocks follow each other after a header of 48 bytes
reused   of ten objects in a row in a full pool, some are dropped, in the order of `dropped`; the next
         objects of the same size take their places in the order of `reused`
"""

import gc
import json
import sys

COUNT = 400
REQUESTS = [34, 48, 49, 64, 65, 80, 96, 112, 113, 128, 129, 240, 256, 257, 496, 497, 512, 513, 528, 600, 1000]
DROPS = [[3, 7, 5], [0, 1, 2, 3], [9, 8], [4, 2, 6, 0, 8]]
POOL_BYTES = 16 * 1024 if sys.version_info >= (3, 10) else 4 * 1024
HEADER_BYTES = 48
# What a bytes object of no bytes asks for.
EMPTY_BYTES = sys.getsizeof(b"")


class Wide:
    # A size of block that nothing else here has.
    __slots__ = ["slot%d" % k for k in range(30)]


def size_class(request):
    kept = [bytes(request - EMPTY_BYTES) for _ in range(COUNT)]
    places = sorted(map(id, kept))
    distance = min(b - a for a, b in zip(places, places[1:]))
    in_pools = all((place % POOL_BYTES - HEADER_BYTES) % distance == 0 for place in places)
    return [request, distance if in_pools else None]


def reuse(dropped):
    kept = [Wide() for _ in range(6 * POOL_BYTES // sys.getsizeof(Wide()))]
    # Ten in a row in one pool, and more after them, so that this pool is full.
    first = next(k for k in range(len(kept)) if len({id(o) // POOL_BYTES for o in kept[k : k + 14]}) == 1)
    place = {id(kept[first + k]): k for k in range(10)}
    for k in dropped:
        kept[first + k] = None
    new = [Wide() for _ in dropped]
    return {"dropped": dropped, "reused": [place.get(id(o)) for o in new]}


gc.disable()
json.dump({"classes": [size_class(n) for n in REQUESTS], "reused": [reuse(drop) for drop in DROPS]}, sys.stdout)
