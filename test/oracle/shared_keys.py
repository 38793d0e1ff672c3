"""How many attribute names the instances of a class share, after which an instance has a dict of its own.

fits    after n instances of a new class, each with the attribute `first`, the next instance gets `first` and then new
        attributes a0, a1, ... up to 40: how many of these it takes until gc.get_count() rises because the instance gets
        a dict, or 40 when it does not. [n, the n instances not kept, kept]
holders for two instances o and p of a class and what is done with each: "values" when gc.get_referents shows p's
        values, "dict" when it shows a dict
deaths  in which order the attributes of an instance die that ran out of shared names at `last`, with one name deleted

The automatic collector is off. Up to 3.10 every instance with attributes has a dict, made for the first attribute.
"""

import gc
import json
import sys

INSTANCES = [0, 1, 2, 3, 5, 10, 20, 25, 26, 27, 28, 29, 30, 31, 40]

HOLDERS = {
    "the same order": ("o.x = o.y = o.z = 1", "p.x = p.y = p.z = 1"),
    "another order": ("o.x = o.y = o.z = 1", "p.z = p.y = p.x = 1"),
    "another name": ("o.x = o.y = o.z = 1", "p.x = p.y = p.w = 1"),
    "a name deleted and set again": ("o.x = o.y = o.z = 1", "p.x = p.y = p.z = 1\ndel p.x\np.x = 1"),
    "all names deleted": ("o.x = o.y = o.z = 1", "p.x = p.y = p.z = 1\ndel p.x, p.y, p.z"),
    "thirty names": ("o.x = 1", "for k in range(30): setattr(p, 'a%d' % k, 1)"),
    "thirty-one names": ("o.x = 1", "for k in range(31): setattr(p, 'a%d' % k, 1)"),
    "the first instance takes thirty-one names": ("for k in range(31): setattr(o, 'a%d' % k, 1)", "p.b = 1"),
    "__dict__ looked at by vars": ("o.x = 1", "p.x = 1\nvars(p)"),
    "__dict__ looked at by dir": ("o.x = 1", "p.x = 1\ndir(p)"),
    "copied attributes": ("o.x = 1", "p.__dict__.update(o.__dict__)"),
}

DEATHS = """
class C: pass
class D:
    def __init__(self, name):
        self.name = name
    def __del__(self):
        deaths.append(self.name)
kept = []
for k in range(40):
    o = C()
    o.y = o.x = None
    kept.append(o)
o = C()
o.x = D("x")
o.y = D("y")
o.z = D("z")
o.a = D("a")
del o.x
o.x = D("x again")
deaths.append("--")
del o
"""


def fits(n, keep):
    class C:
        pass

    kept = [None] * n
    names = ["a%d" % k for k in range(40)]
    o = None
    for k in range(n):
        o = C()
        o.first = 1
        if keep:
            kept[k] = o
    gc.collect()
    gc.get_count()
    o = C()
    o.first = 1
    for k, name in enumerate(names):
        before = gc.get_count()[0]
        setattr(o, name, 1)
        if gc.get_count()[0] > before:
            return k
    return 40


def holder(first, second):
    class C:
        pass

    names = {"o": C(), "p": C()}
    exec(first, names)
    exec(second, names)
    return "dict" if any(type(o) is dict for o in gc.get_referents(names["p"])) else "values"


def deaths():
    names = {"deaths": []}
    exec(DEATHS, names)
    return list(names["deaths"])


gc.disable()
json.dump(
    {
        "fits": [[n, fits(n, False), fits(n, True)] for n in INSTANCES],
        "holders": [[name, *programs, holder(*programs)] for name, programs in HOLDERS.items()],
        "deaths": {"program": DEATHS.strip() + "\n", "deaths": deaths()},
    },
    sys.stdout,
)
