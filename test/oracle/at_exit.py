"""What programs print that have a process of their own, from their first statement to the end of the process.

D writes down its name in __del__. By counting it dies before "--", which is the last statement of each program.
"""

import json
import subprocess
import sys

PRELUDE = """
import gc

class D:
    def __init__(self, name):
        self.name = name
    def __del__(self):
        print(self.name)
"""

CYCLE = """
def make(name):
    d = D(name)
    d.me = d
    return d
"""

OBJECTS = """
b = D("b")
a = D("a")
_u = D("_u")
make("cycle without a name")
named = make("cycle with a name")
box = [D("i0"), D("i1")]
b = D("b again")
print("--")
"""

PAIRS = """
for k in range(3):
    A = D("A%d" % k)
    B = D("B%d" % k)
    A.b = B
    B.a = A
    A = B = None
print("--")
"""

CASES = {
    "names, lists and cycles, the collector on": CYCLE + OBJECTS,
    "names, lists and cycles, the collector off": "gc.disable()" + CYCLE + OBJECTS,
    "names, lists and cycles, frozen": CYCLE + OBJECTS + "gc.freeze()\n",
    "pairs of the leak loop, the collector on": PAIRS,
    "pairs of the leak loop, the collector off": "gc.disable()" + PAIRS,
    "a generator that is suspended": """
def g():
    d = D("local")
    try:
        yield
    finally:
        print("finally")
x = g()
next(x)
print("--")
""",
    "what __del__ sees of the module": """
class Looks(D):
    def __del__(self):
        print(self.name, sorted(name for name in ("x", "y", "D", "gc") if globals().get(name) is not None))
x = Looks("x")
y = Looks("y")
print("--")
""",
}


def printed(program):
    command = [sys.executable, "-I", "-S", "-c", PRELUDE + program]
    return subprocess.run(command, stdout=subprocess.PIPE, check=True).stdout.decode().splitlines()


json.dump(
    {
        "prelude": PRELUDE,
        "cases": [
            {"name": name, "program": program.strip() + "\n", "printed": printed(program)}
            for name, program in CASES.items()
        ],
    },
    sys.stdout,
)
