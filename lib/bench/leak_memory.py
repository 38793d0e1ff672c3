"""Lets the leak loop leak on this interpreter: prints the resident memory that each object takes, as JSON."""

import gc
import json
import os
import sys

pairs = int(sys.argv[1])


class Leak(object):
    pass


def resident_bytes():
    """Resident memory; where the system does not tell a process, the most that it ever had."""
    try:
        with open("/proc/self/statm", encoding="ascii") as statm:
            return int(statm.read().split()[1]) * os.sysconf("SC_PAGE_SIZE")
    except OSError:
        import resource

        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        return peak if sys.platform == "darwin" else peak * 1024


def leak(count):
    for _ in range(count):
        A = Leak()
        B = Leak()
        A.b = B
        B.a = A
        A = None
        B = None


gc.disable()
# The first instances of a class are larger than all others.
leak(1000)
start = resident_bytes()
leak(pairs)
print(json.dumps({"residentBytes": (resident_bytes() - start) / (2 * pairs)}))
