"""In which order objects die by reference counting. Each case is a program as text; `deaths` is what it wrote down.

The prelude comes before every program. D writes down its name in __del__. The automatic collector is off. What is still
alive at the end of a program is not written down.
"""

import gc
import json
import sys

PRELUDE = """
deaths = []

class D:
    def __init__(self, name):
        self.name = name
    def __del__(self):
        deaths.append(self.name)

class Plain:
    pass
"""

CASES = {
    "rebinding creates the new object before the old one dies": """
a = D("first")
a = deaths.append("second is made") or D("second")
""",
    "del of the only name": """
a = D("a")
del a
deaths.append("after del")
""",
    "None bound to the only name": """
a = D("a")
a = None
deaths.append("after None")
""",
    "del of one of two names": """
a = b = D("a")
del a
deaths.append("after del a")
del b
""",
    "a temporary": """
D("temporary")
deaths.append("next statement")
""",
    "a temporary argument dies after the call": """
def g(x):
    deaths.append("in g")
g(D("argument"))
deaths.append("next statement")
""",
    "locals of a function": """
def g():
    a = D("a")
    b = D("b")
    c = D("c")
g()
""",
    "elements of a list": """
x = [D("0"), D("1"), D("2")]
del x
""",
    "elements of a list that is cleared": """
x = [D("0"), D("1"), D("2")]
x.clear()
""",
    "elements of a deleted slice": """
x = [D("0"), D("1"), D("2")]
del x[:]
""",
    "elements of a tuple": """
x = (D("0"), D("1"), D("2"))
del x
""",
    "values of a dict": """
x = {"k1": D("v1"), "k2": D("v2"), "k3": D("v3")}
del x
""",
    "values of a dict that is cleared": """
x = {"k1": D("v1"), "k2": D("v2"), "k3": D("v3")}
x.clear()
""",
    "values of a dict, one replaced": """
x = {"k1": D("v1"), "k2": D("v2"), "k3": D("v3")}
x["k1"] = D("new v1")
del x
""",
    "attributes of an instance after its own finalizer": """
x = D("parent")
x.k1 = D("v1")
x.k2 = D("v2")
del x
""",
    "attributes of an instance without finalizer": """
x = Plain()
x.k1 = D("v1")
x.k2 = D("v2")
del x
""",
    "attributes of a second instance, set in the other order": """
x = Plain()
x.k1 = D("first k1")
x.k2 = D("first k2")
y = Plain()
y.k2 = D("second k2")
y.k1 = D("second k1")
del y
""",
    "an attribute that is replaced": """
x = Plain()
x.k = D("old")
x.k = D("new")
deaths.append("after the statement")
""",
    "a chain of instances": """
x = D("head")
x.next = D("middle")
x.next.next = D("tail")
del x
""",
    "a chain of lists": """
x = [D("outer"), [D("middle"), [D("inner")]]]
del x
""",
    "a tree of three levels, instances": """
root = D("root")
root.left = D("left")
root.left.left = D("left left")
root.left.right = D("left right")
root.right = D("right")
root.right.left = D("right left")
root.right.right = D("right right")
del root
""",
    "a tree of three levels, lists": """
root = [[D("0 0"), D("0 1")], [D("1 0"), D("1 1")]]
del root
""",
    "a tree of three levels, dict of tuple of list": """
root = {"a": (D("a 0"), [D("a 1 0"), D("a 1 1")]), "b": (D("b 0"), [D("b 1 0"), D("b 1 1")])}
del root
""",
    "a tuple in a list": """
x = [D("0"), (D("1 0"), D("1 1")), D("2")]
del x
""",
    "a child shared by two parents": """
child = D("child")
x = D("x")
y = D("y")
x.child = child
y.child = child
del child
del x
deaths.append("after del x")
del y
""",
    "a child shared within one list": """
child = D("child")
x = [child, D("1"), child, D("3")]
del child
del x
""",
    "an element that is overwritten": """
x = [D("old 0"), D("1")]
x[0] = D("new 0")
deaths.append("after the statement")
del x
""",
    "an element that is popped and not kept": """
x = [D("0"), D("1"), D("2")]
x.pop(0)
deaths.append("after pop")
del x
""",
}


def run(program):
    names = {"__name__": "__main__"}
    exec(PRELUDE, names)
    gc.collect()
    exec(program, names)
    return list(names["deaths"])


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
