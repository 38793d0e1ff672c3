"""In which order what a container holds dies with it: slots, subclasses, sets, dicts and lists that were changed.

`deaths` is what the program wrote down. The prelude comes before every program. D writes down its name in __del__;
its hash is fixed, so that the order of a set is known. The automatic collector is off. dealloc_order.py has the rest.
"""

import gc
import json
import sys

PRELUDE = """
deaths = []

class D:
    def __init__(self, name, hash=0):
        self.name = name
        self.hash = hash
    def __hash__(self):
        return self.hash
    def __del__(self):
        deaths.append(self.name)

class Plain:
    pass
"""

CASES = {
    "an instance with slots": """
class S:
    __slots__ = ("b", "a")
s = S()
s.b = D("b")
s.a = D("a")
del s
""",
    "an instance with slots of its class and of the base": """
class S:
    __slots__ = ("b", "a")
class T(S):
    __slots__ = ("d", "c")
t = T()
t.a = D("a")
t.b = D("b")
t.c = D("c")
t.d = D("d")
del t
""",
    "an instance with slots of the base and a dict": """
class S:
    __slots__ = ("b", "a")
class T(S):
    pass
t = T()
t.z = D("z")
t.a = D("a")
t.b = D("b")
t.y = D("y")
del t
""",
    "a slot that is replaced, one that is deleted": """
class S:
    __slots__ = ("a", "b")
s = S()
s.a = D("a")
s.b = D("b")
s.a = None
deaths.append("--")
del s.b
deaths.append("--")
""",
    "instances of subclasses of list, dict, tuple, set": """
class L(list): pass
class M(dict): pass
class T(tuple): pass
class S(set): pass
l = L([D("0"), D("1")])
m = M(k=D("k"), j=D("j"))
t = T([D("0"), D("1")])
s = S([D("hash 2", 2), D("hash 1", 1)])
l.x = D("x of the list")
m.x = D("x of the dict")
t.x = D("x of the tuple")
s.x = D("x of the set")
del l
deaths.append("--")
del m
deaths.append("--")
del t
deaths.append("--")
del s
""",
    "a set": """
s = set()
s.add(D("hash 5", 5))
s.add(D("hash 3", 3))
s.add(D("hash 1", 1))
s.add(D("hash 2", 2))
del s
""",
    "a set whose hashes collide": """
s = set()
s.add(D("a 1", 1))
s.add(D("b 9", 9))
s.add(D("c 1", 1))
s.add(D("d 17", 17))
s.add(D("e 2", 2))
del s
""",
    "a set that has grown": """
s = set()
for hash in (31, 3, 64, 2, 33, 7, 9):
    s.add(D("hash %d" % hash, hash))
del s
""",
    "a set that is cleared, one from which an element is discarded": """
s = set()
s.add(D("hash 5", 5))
s.add(D("hash 3", 3))
s.clear()
deaths.append("--")
x = D("hash 2", 2)
s.add(x)
s.add(D("hash 1", 1))
s.discard(x)
del x
deaths.append("--")
del s
""",
    "a frozenset": """
s = frozenset([D("hash 5", 5), D("hash 3", 3), D("hash 1", 1)])
del s
""",
    "a dict, a key deleted and set again, another replaced": """
d = {"a": D("a"), "b": D("b"), "c": D("c")}
del d["a"]
d["a"] = D("new a")
d["b"] = D("new b")
deaths.append("--")
del d
""",
    "a dict with keys that die": """
d = {D("key 0", 0): D("value 0"), D("key 1", 1): D("value 1")}
del d
deaths.append("--")
d = {D("key 0", 0): D("value 0"), D("key 1", 1): D("value 1")}
d.clear()
""",
    "a dict that is updated, one from which a key is popped": """
d = {"a": D("a"), "b": D("b"), "c": D("c")}
d.update({"b": 1, "a": 2})
deaths.append("--")
d.pop("c")
deaths.append("--")
""",
    "slices of a list that are deleted and replaced": """
l = [D("0"), D("1"), D("2"), D("3"), D("4"), D("5")]
del l[1:4]
deaths.append("--")
del l[::2]
deaths.append("--")
l[:] = [D("new"), D("new too")]
deaths.append("--")
l *= 0
""",
    "an instance whose __dict__ was asked for": """
first = Plain()
first.a = 1
first.b = 2
o = Plain()
o.b = D("b")
o.a = D("a")
o.__dict__
del o
""",
    "an instance whose __dict__ is kept": """
o = Plain()
o.a = D("a")
o.b = D("b")
d = o.__dict__
del o
deaths.append("--")
del d
""",
    "an instance whose __dict__ is replaced, then cleared": """
o = Plain()
o.a = D("a")
o.b = D("b")
o.__dict__ = {"z": D("z"), "y": D("y")}
deaths.append("--")
o.__dict__.clear()
deaths.append("--")
""",
    "an instance, an attribute deleted and set again": """
o = Plain()
o.a = D("a")
o.b = D("b")
del o.a
o.a = D("new a")
deaths.append("--")
del o
""",
}


def run(program):
    names = {"__name__": "__main__"}
    exec(PRELUDE, names)
    gc.collect()
    exec(program, names)
    deaths = list(names["deaths"])
    # What a program left alive must not die in the next one.
    names.clear()
    gc.collect()
    return deaths


gc.disable()
json.dump(
    {
        "prelude": PRELUDE,
        "cases": [
            {"name": name, "program": program.strip() + "\n", "deaths": run(program)} for name, program in CASES.items()
        ],
    },
    sys.stdout,
)
