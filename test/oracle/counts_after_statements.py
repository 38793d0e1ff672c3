"""The reference counts of the listing's objects after each of its statements, for two rounds of the loop.

A count is ob_refcnt itself, read from the object's memory (id() is its address), so that reading it adds no reference.
An object is reachable when gc.get_referents leads to it from the names of the program.
"""

import ctypes
import gc
import json
import sys
import weakref

BODY = ["A = Leak()", "B = Leak()", "A.b = B", "B.a = A", "A = None", "B = None"]


class Leak(object):
    pass


class Watched:
    """One object of the program: a weak reference tells whether it is alive without counting."""

    def __init__(self, label, obj):
        self.label = label
        self.address = id(obj)
        self.alive = weakref.ref(obj)

    def refcnt(self):
        return ctypes.c_ssize_t.from_address(self.address).value


def reachable_addresses(roots):
    found, waiting = set(), [value for value in roots if isinstance(value, Leak)]
    while waiting:
        obj = waiting.pop()
        if id(obj) not in found:
            found.add(id(obj))
            # 3.8 to 3.10 keep the attributes in a dict, which is a referent of its own.
            for referent in gc.get_referents(obj):
                inner = gc.get_referents(referent) if type(referent) is dict else [referent]
                waiting.extend(one for one in inner if isinstance(one, Leak))
    return found


def observe(code, watched, names):
    reachable = reachable_addresses([names.get("A"), names.get("B")])
    objects = []
    for one in watched:
        if one.alive() is not None:
            objects.append(
                {"label": one.label, "refcnt": one.refcnt(), "reachable": one.address in reachable}
            )
    return {"code": code, "objects": objects}


gc.disable()
names = {"Leak": Leak, "gc": gc}
watched = []
statements = []
for pair in (1, 2):
    for code in BODY:
        exec(code, names)
        if code.endswith("Leak()"):
            name = code[0]
            watched.append(Watched("pair %d, %s" % (pair, name), names[name]))
        statements.append(observe(code, watched, names))
exec("gc.collect()", names)
statements.append(observe("gc.collect()", watched, names))

json.dump(
    {
        "source": "measured",
        "python": "%d.%d.%d" % sys.version_info[:3],
        "statements": statements,
    },
    sys.stdout,
)
