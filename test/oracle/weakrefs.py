"""Weak references: when they die, what a death does with them, which there are. `seen` is what the program saw.

items  the numbered behaviours of the list "What a faithful simulator must reproduce" that the case belongs to

Each case is a program as text; the prelude comes before it. The automatic collector is off. D writes down its name in
__del__, tell(name) is a callback that writes down its name; R keeps itself alive in `kept`.
"""

import gc
import json
import sys

PRELUDE = """
import gc
import sys
import types
import weakref
seen = []
see = seen.append
kept = []

class D:
    def __init__(self, name):
        self.name = name
    def __del__(self):
        see("del " + self.name)

class R(D):
    def __del__(self):
        see("del " + self.name)
        kept.append(self)

class Plain:
    pass

def tell(name):
    return lambda ref: see(name)
"""

CASES = [
    ([58], "by counting: __del__, then the callbacks", """
d = D("d")
r = weakref.ref(d, tell("callback"))
del d
see(r() is None)
"""),
    ([58], "in a cycle: the callbacks, then __del__", """
d = D("d")
d.me = d
r = weakref.ref(d, tell("callback"))
del d
see(gc.collect())
see(r() is None)
"""),
    ([58], "__del__ sees its own reference: by counting, and in a cycle", """
class Looks(D):
    def __del__(self):
        see([self.name, r() is None])
d = Looks("counting")
r = weakref.ref(d)
del d
d = Looks("cycle")
d.me = d
r = weakref.ref(d)
del d
gc.collect()
"""),
    ([58], "a pair: all callbacks, then all finalizers", """
a, b = D("a"), D("b")
a.b, b.a = b, a
r = [weakref.ref(b, tell("callback of b")), weakref.ref(a, tell("callback of a"))]
del a, b
gc.collect()
"""),
    ([60], "resurrected by counting: the reference lives, its callback runs at the second death", """
d = R("d")
r = weakref.ref(d, tell("callback"))
del d
see(r() is None)
kept.clear()
see(r() is None)
"""),
    ([60], "resurrected by the collector: the reference is dead, its callback has run", """
d = R("d")
d.me = d
r = weakref.ref(d, tell("callback"))
s = weakref.ref(d)
del d
gc.collect()
see([len(kept), r() is None, s() is None, weakref.getweakrefcount(kept[0])])
t = weakref.ref(kept[0], tell("new callback"))
kept.clear()
gc.collect()
"""),
    ([60], "what a resurrected object holds: its references are dead too", """
d = R("d")
d.me = d
d.other = Plain()
r = weakref.ref(d.other, tell("callback of the other"))
del d
gc.collect()
see([kept[0].other is not None, r() is None])
"""),
    ([60], "a reference made in __del__, by counting and in a cycle", """
late = []
class Late(D):
    def __del__(self):
        see("del " + self.name)
        late.append(weakref.ref(self, tell("callback of " + self.name)))
d = Late("counting")
del d
see(late[0]() is None)
d = Late("cycle")
d.me = d
del d
gc.collect()
see(late[1]() is None)
"""),
    ([58], "what collect() counts: a cycle with a reference of its own, without and with a callback", """
def callback(ref):
    pass
for given in ((), (callback,)):
    o = Plain()
    o.me = o
    o.r = weakref.ref(o, *given)
    del o
    see(gc.collect())
"""),
    ([58], "the order of getweakrefs, and which references are one", """
def callback(ref):
    pass
class Own(weakref.ref):
    pass
o = Plain()
named = {}
def order():
    return [name for ref in weakref.getweakrefs(o) for name in named if named[name] is ref]
named["callback 1"] = weakref.ref(o, callback)
named["plain"] = weakref.ref(o)
named["callback 2"] = weakref.ref(o, callback)
named["proxy"] = weakref.proxy(o)
named["proxy with callback"] = weakref.proxy(o, callback)
named["own 1"] = Own(o)
named["own 2"] = Own(o)
named["own with callback"] = Own(o, callback)
see(order())
see([weakref.ref(o) is named["plain"], weakref.ref(o, callback) is named["callback 1"]])
see(named["own 1"] is named["own 2"])
see(weakref.getweakrefcount(o))
del named["plain"]
named["plain again"] = weakref.ref(o)
see(order())
"""),
    ([58], "which types can have weak references", """
class Own(list): pass
class Pair(tuple): pass
class Error(Exception): pass
class Slots: __slots__ = ("a",)
class SlotsToo: __slots__ = ("a", "__weakref__")
def g(): yield
things = {
    "instance": Plain(), "list": [], "dict": {}, "tuple": (1,), "set": set(), "frozenset": frozenset([1]),
    "function": tell, "bound method": D("x").__init__, "generator": g(), "class": Plain, "module": gc, "int": 10**20,
    "str": "text", "float": 1.5, "None": None, "object()": object(), "cell": types.CellType(),
    "exception": ValueError(), "written exception": Error(), "subclass of list": Own(), "subclass of tuple": Pair(),
    "slots": Slots(), "slots with __weakref__": SlotsToo(),
    "code": tell.__code__, "frame": sys._getframe(), "built-in function": len, "weak reference": weakref.ref(Plain),
    "property": property(), "range": range(3), "slice": slice(3), "bytes": b"1", "iterator": iter([]),
}
def can(o):
    try:
        weakref.ref(o)
        return True
    except TypeError:
        return False
see([name for name in things if can(things[name])])
see([name for name in things if not can(things[name])])
"""),
]


def run(program):
    names = {"__name__": "__main__"}
    exec(PRELUDE, names)
    own = set(names)
    gc.collect()
    exec(program, names)
    seen = list(names["seen"])
    # What a program left alive must not die in the next one.
    for name in set(names) - own:
        del names[name]
    names["kept"].clear()
    gc.collect()
    return seen


gc.disable()
json.dump(
    {
        "prelude": PRELUDE,
        "cases": [
            {"items": items, "name": name, "program": program.strip() + "\n", "seen": run(program)}
            for items, name, program in CASES
        ],
    },
    sys.stdout,
)
