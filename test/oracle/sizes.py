"""How big objects are, in bytes.

getsizeof  what sys.getsizeof says: the object with its collector header, without what it refers to
list       getsizeof after 0, 1, ... 20 appends to an empty list
dict       getsizeof with 0, 1, ... 20 text keys
instances  what the allocator was asked for: for the 1st, 2nd, ... 40th instance of a class, all kept, with 0, 1 and 2
           attributes set on each: [when made, added by the attributes]. Seen by tracemalloc.
leakPair   what the allocator was asked for per iteration of the leak loop, collector off, past the first instances
"""

import gc
import json
import sys
import tracemalloc
from array import array

INSTANCES = 40
PAIRS = 100


class C:
    pass


VALUES = {
    "None": None,
    "object()": object(),
    "True": True,
    "0": 0,
    "1": 1,
    "2**30 - 1": 2**30 - 1,
    "2**30": 2**30,
    "2**60": 2**60,
    "-1": -1,
    "1.5": 1.5,
    "''": "",
    "'a'": "a",
    "'abc'": "abc",
    "'\\xe9'": "\xe9",
    "'\\u20ac'": "\u20ac",
    "b''": b"",
    "()": (),
    "(1,)": (1,),
    "(1, 2)": (1, 2),
    "(1, 2, 3)": (1, 2, 3),
    "[]": [],
    "[1]": [1],
    "[1, 2]": [1, 2],
    "[1, 2, 3]": [1, 2, 3],
    "[1, 2, 3, 4, 5]": [1, 2, 3, 4, 5],
    "{}": {},
    "{'a': 1}": {"a": 1},
    "{1: 1}": {1: 1},
    "set()": set(),
    "instance of class C: pass": C(),
    "class C: pass": C,
    "lambda: None": lambda: None,
}


def list_sizes():
    x = []
    sizes = [sys.getsizeof(x)]
    for k in range(20):
        x.append(k)
        sizes.append(sys.getsizeof(x))
    return sizes


def dict_sizes():
    x = {}
    sizes = [sys.getsizeof(x)]
    for k in range(20):
        x["key%d" % k] = k
        sizes.append(sys.getsizeof(x))
    return sizes


def traced():
    return tracemalloc.get_traced_memory()[0]


def instance_sizes(attributes):
    class Fresh:
        pass

    # Empties the free lists, whose objects would not be asked for again.
    gc.collect()
    kept = [None] * INSTANCES
    at = array("q", bytes(8 * 3 * INSTANCES))
    # Each reading goes into space made before, so that reading adds nothing.
    for k in range(INSTANCES):
        at[3 * k] = traced()
        kept[k] = Fresh()
        at[3 * k + 1] = traced()
        if attributes > 0:
            kept[k].a = None
        if attributes > 1:
            kept[k].b = None
        at[3 * k + 2] = traced()
    return [[at[k + 1] - at[k], at[k + 2] - at[k + 1]] for k in range(0, 3 * INSTANCES, 3)]


def leak_pair_bytes():
    class Leak(object):
        pass

    def leak(pairs):
        for _ in range(pairs):
            A = Leak()
            B = Leak()
            A.b = B
            B.a = A
            A = None
            B = None

    at = array("q", bytes(16))
    leak(INSTANCES)
    at[0] = traced()
    leak(PAIRS)
    at[1] = traced()
    return (at[1] - at[0]) / PAIRS


gc.disable()
getsizeof = {text: sys.getsizeof(value) for text, value in VALUES.items()}
lists, dicts = list_sizes(), dict_sizes()
tracemalloc.start()
traced()
instances = [instance_sizes(attributes) for attributes in (0, 1, 2)]
leak_pair = leak_pair_bytes()
tracemalloc.stop()
json.dump(
    {"getsizeof": getsizeof, "list": lists, "dict": dicts, "instances": instances, "leakPair": leak_pair},
    sys.stdout,
)
