"""What a class statement leaves behind. Each case is a program that binds C.

references     the references to C besides the name (ob_refcnt - 1)
order          the parts of C in the order of the collector's youngest list: the class, `dict`, `mro`, `bases`, else the
               name under which the class's dict has the part; `reference` is the weak reference that the base keeps
held           for each part, gc.get_referents by the same names, else the name of a class, else the type in brackets
partReferences ob_refcnt of each part
tracked        for each part: when new, after gc.collect(0), after gc.collect()
collected      what gc.collect() returns when C is dropped while new, and when it was dropped after a full collection
garbage        with gc.DEBUG_SAVEALL, the parts in gc.garbage, by the same names
size           sys.getsizeof(C)

The automatic collector is off.
"""

import ctypes
import gc
import json
import sys

PRELUDE = """
class Base:
    pass
"""

CASES = {
    "a plain class": "class C: pass",
    "a class with object written": "class C(object): pass",
    "a class with a method": "class C:\n    def m(self): pass",
    "a class with two methods": "class C:\n    def m(self): pass\n    def n(self): pass",
    "a class with __del__": "class C:\n    def __del__(self): pass",
    "a class with a number": "class C:\n    number = 1",
    "a class with a list": "class C:\n    list = []",
    "a class with slots": "class C:\n    __slots__ = ('b', 'a')",
    "a class with no slots": "class C:\n    __slots__ = ()",
    "a subclass": "class C(Base): pass",
    "a subclass with a method": "class C(Base):\n    def m(self): pass",
    "a subclass with a slot": "class C(Base):\n    __slots__ = ('a',)",
    "a subclass of list": "class C(list): pass",
    "a subclass of Exception": "class C(Exception): pass",
    "a subclass of two": "class C(Base, list): pass",
    "a class made in a function": "def make():\n    class C: pass\n    return C\nC = make()\ndel make",
}


def refcnt(address):
    return ctypes.c_uint32.from_address(address).value


def is_tracked(address):
    # _gc_next, the first word of the collector's header before the object.
    return ctypes.c_size_t.from_address(address - 16).value != 0


def dict_of(cls):
    return next(o for o in gc.get_referents(cls) if type(o) is dict)


def parts(cls):
    """The address of each part, by name. Holds no reference to any."""
    found = {"C": id(cls), "dict": id(dict_of(cls)), "mro": id(cls.__mro__), "bases": id(cls.__bases__)}
    for name, value in dict_of(cls).items():
        if gc.is_tracked(value):
            found[name] = id(value)
    return found


def label(o, names):
    if id(o) in names:
        return names[id(o)]
    if isinstance(o, type):
        return o.__name__
    if o is None or isinstance(o, (int, str)):
        return repr(o)
    return "<%s>" % type(o).__name__


def by_name(o, names):
    # Only a weak reference to C can be in the youngest list and be no part of it.
    if "ref" in type(o).__name__.lower():
        return "reference" if o() is not None and id(o()) in names else None
    return names.get(id(o))


def fresh():
    names = {"__name__": "__main__"}
    exec(PRELUDE, names)
    gc.collect()
    return names


def when_alive(code):
    names = fresh()
    exec(code, names)
    found = parts(names["C"])
    labels = {address: name for name, address in found.items()}
    youngest = [by_name(o, labels) for o in gc.get_objects(generation=0)]
    held = {}
    for o in gc.get_objects(generation=0):
        if id(o) in labels:
            held[labels[id(o)]] = [label(referent, labels) for referent in gc.get_referents(o)]
    del o
    counts = {name: refcnt(address) for name, address in found.items() if name != "C"}
    tracked = {name: [is_tracked(address)] for name, address in found.items()}
    for generation in (0, 2):
        gc.collect(generation)
        for name, address in found.items():
            tracked[name].append(is_tracked(address))
    report = {
        "references": refcnt(found["C"]) - 1,
        "order": [name for name in youngest if name is not None],
        "held": held,
        "partReferences": counts,
        "tracked": tracked,
        "size": sys.getsizeof(names["C"]),
    }
    del names["C"]
    return report, gc.collect()


def when_new(code):
    names = fresh()
    exec(code, names)
    del names["C"]
    return gc.collect()


def garbage(code):
    names = fresh()
    exec(code, names)
    labels = {address: name for name, address in parts(names["C"]).items()}
    del names["C"]
    gc.set_debug(gc.DEBUG_SAVEALL)
    gc.collect()
    gc.set_debug(0)
    saved = [label(o, labels) for o in gc.garbage]
    gc.garbage.clear()
    gc.collect()
    return saved


def observe(name, program):
    code = compile(program, "program", "exec")
    report, survived = when_alive(code)
    report["collected"] = [when_new(code), survived]
    report["garbage"] = garbage(code)
    return dict(name=name, program=program, **report)


gc.disable()
json.dump({"prelude": PRELUDE, "cases": [observe(*case) for case in CASES.items()]}, sys.stdout)
