"""In which order a collection destroys what it found. Each case is a program as text; `deaths` is what it wrote down.

finalizers  the order in which __del__ is called: D writes down its name
payloads    the order in which objects are cleared. A payload is a code object, which the collector does not know, so it
            dies when the object that holds it is cleared or deallocated
memory      the order in which blocks of memory are freed: the block freed last is the first to be used again

The prelude comes before every program. The automatic collector is off.
"""

import gc
import json
import sys

PRELUDE = """
import gc
import weakref
deaths = []

class D:
    def __init__(self, name):
        self.name = name
    def __del__(self):
        deaths.append(self.name)

class Plain:
    pass

class Wide:
    # A size of block that nothing else here has.
    __slots__ = ["slot%d" % k for k in range(30)] + ["link"]

watchers = []

def payload(name):
    code = compile("None", name, "eval")
    watchers.append(weakref.ref(code, lambda ref: deaths.append(name)))
    return code
"""

CASES = {
    "a pair: finalizers": """
A = D("A")
B = D("B")
A.b = B
B.a = A
A = None
B = None
deaths.append("before collect")
gc.collect()
""",
    "a pair, born B first: finalizers": """
B = D("B")
A = D("A")
A.b = B
B.a = A
A = None
B = None
gc.collect()
""",
    "two pairs: finalizers": """
for n in "12":
    A = D("A" + n)
    B = D("B" + n)
    A.b = B
    B.a = A
    A = None
    B = None
gc.collect()
""",
    "an instance that holds itself and a tail: finalizers": """
A = D("A")
A.me = A
A.tail = D("tail")
A.tail.next = D("end of tail")
A = None
gc.collect()
""",
    "a pair: payloads, the link set first": """
A = Plain()
B = Plain()
A.b = B
B.b = A
A.payload = payload("payload of A")
B.payload = payload("payload of B")
A = None
B = None
gc.collect()
""",
    "a pair: payloads, the link set last": """
A = Plain()
B = Plain()
A.payload = payload("payload of A")
B.payload = payload("payload of B")
A.link = B
B.link = A
A = None
B = None
gc.collect()
""",
    "a ring of three: payloads, the link set first": """
A = Plain()
B = Plain()
C = Plain()
A.link = B
B.link = C
C.link = A
A.payload = payload("payload of A")
B.payload = payload("payload of B")
C.payload = payload("payload of C")
A = B = C = None
gc.collect()
""",
    "a pair: the memory": """
A = Wide()
B = Wide()
A.link = B
B.link = A
where = {id(A): "A", id(B): "B"}
A = None
B = None
gc.collect()
first = Wide()
second = Wide()
deaths = [where.get(id(second)), where.get(id(first))]
""",
    "a ring of three: the memory": """
A = Wide()
B = Wide()
C = Wide()
A.link = B
B.link = C
C.link = A
where = {id(A): "A", id(B): "B", id(C): "C"}
A = B = C = None
gc.collect()
first = Wide()
second = Wide()
third = Wide()
deaths = [where.get(id(third)), where.get(id(second)), where.get(id(first))]
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
