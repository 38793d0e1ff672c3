"""Which objects are on the collector's lists: when new, after gc.collect(0), after a full gc.collect(), and after another.

Each case is a program that binds x. The automatic collector is off.
"""

import gc
import json
import sys

CASES = {
    "None": "x = None",
    "an int": "x = 10**20",
    "a str": "x = str(10**20)",
    "a float": "x = 1.5",
    "object()": "x = object()",
    "the empty tuple": "x = ()",
    "a tuple of atoms": "x = tuple([1, 'a', None])",
    "a tuple of a tuple of atoms": "x = tuple([tuple([1, 2])])",
    "a tuple of three levels, atoms": "x = tuple([tuple([tuple([1])])])",
    "a tuple with a list": "x = tuple([[]])",
    "a tuple of a tuple with a list": "x = tuple([tuple([[]])])",
    "a tuple with an empty dict": "x = tuple([{}])",
    "a tuple with a dict of a list": "x = tuple([{'a': []}])",
    "a tuple with an instance": "class C: pass\nx = tuple([C()])",
    "the empty list": "x = []",
    "a list of atoms": "x = [1, 2]",
    "the empty dict": "x = {}",
    "a dict of atoms": "x = {'a': 1, 'b': 'text'}",
    "a dict of atoms, made by dict()": "x = dict(a=1)",
    "a dict of a tuple of atoms": "x = {'a': tuple([1, 2])}",
    "a dict with a list": "x = {'a': []}",
    "a dict with an empty dict": "x = {'a': {}}",
    "a dict with an instance": "class C: pass\nx = {'a': C()}",
    "a dict given a list later": "x = {'a': 1}\nx['b'] = []",
    "a dict whose list was replaced by an int": "x = {'a': []}\nx['a'] = 1",
    "a dict whose list was deleted": "x = {'a': []}\ndel x['a']",
    "an empty set": "x = set()",
    "a frozenset of atoms": "x = frozenset({1})",
    "an instance without attributes": "class C: pass\nx = C()",
    "an instance with atoms": "class C: pass\nx = C()\nx.a = 1",
    "an instance with slots": "class C: __slots__ = ('a',)\nx = C()",
    "a class": "class x: pass",
    "a function": "def x(): pass",
    "a bound method": "class C:\n    def m(self): pass\nx = C().m",
    "a weak reference": "import weakref\nclass C: pass\nc = C()\nx = weakref.ref(c)",
    "a generator": "def g(): yield\nx = g()",
    "a range": "x = range(10)",
    "an iterator over a list": "x = iter([1])",
    "an iterator over a range": "x = iter(range(10))",
}


def run(program):
    names = {}
    gc.collect()
    exec(program, names)
    tracked = [gc.is_tracked(names["x"])]
    for generation in (0, 2, 2):
        gc.collect(generation)
        tracked.append(gc.is_tracked(names["x"]))
    return tracked


gc.disable()
json.dump(
    {"cases": [{"name": name, "program": program, "tracked": run(program)} for name, program in CASES.items()]},
    sys.stdout,
)
