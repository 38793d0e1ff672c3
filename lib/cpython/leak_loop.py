"""Run the leak loop in this process and print, as JSON, what it did to memory.

usage: leak_loop.py on|off ITERATIONS SAMPLES memory|objects

on|off          the automatic collector while the loop runs
SAMPLES         readings at even distances, the first before the loop, the last after it
memory|objects  what a reading is: the process's memory in bytes, or the number of tracked objects.
                One or the other, because counting the objects makes a big list, which is memory.

The counters of the collector decide when it runs, so nothing here may allocate an object that the collector counts
while the loop runs. Nor may anything allocated there be kept, because one kept object keeps its whole arena from being
given back. So readings and collections go into space made before the loop. len(gc.get_objects()) does make a list: it
takes the one that lies ready on the free list, which is not counted. Only after a full collection, which empties the
free lists, is that list counted.
"""

import gc
import json
import os
import sys
from array import array


class Leak(object):
    pass


class TrackedObjects:
    """Readings of the number of objects on the collector's lists."""

    unit = "objects"

    def __init__(self, length):
        self.counts = numbers(length)

    def read(self, k):
        self.counts[k] = len(gc.get_objects())

    def value(self, k):
        return self.counts[k]


class ResidentSet:
    """Readings of the memory that the process has at the moment, in bytes."""

    unit = "resident set"

    def __init__(self, length):
        self.statm = os.open("/proc/self/statm", os.O_RDONLY)
        self.buffers = [[bytearray(64)] for _ in range(length)]

    def read(self, k):
        os.preadv(self.statm, self.buffers[k], 0)

    def value(self, k):
        return int(self.buffers[k][0].split()[1]) * os.sysconf("SC_PAGE_SIZE")


class PeakResidentSet:
    """Readings of the most memory that the process has had so far, in bytes."""

    unit = "peak resident set"

    def __init__(self, length):
        try:
            import resource
        except ImportError:
            sys.exit("This system does not tell a process how much memory it has: measure on Linux or macOS.")
        self.resource = resource
        self.peaks = numbers(length)

    def read(self, k):
        self.peaks[k] = self.resource.getrusage(self.resource.RUSAGE_SELF).ru_maxrss

    def value(self, k):
        return self.peaks[k] * (1 if sys.platform == "darwin" else 1024)


def on_collection(phase, info):
    global collections
    if collections == room:
        return
    if phase == "start":
        if counting:
            mark_tracked[collections] = len(gc.get_objects())
    else:
        mark_iteration[collections] = i
        mark_generation[collections] = info["generation"]
        mark_collected[collections] = info["collected"]
        collections += 1


def numbers(length):
    return array("q", bytes(8 * length))


mode, iterations, samples = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
counting = sys.argv[4] == "objects"
if counting:
    Readings = TrackedObjects
elif os.path.exists("/proc/self/statm"):
    Readings = ResidentSet
else:
    Readings = PeakResidentSet
readings = Readings(samples + 1)

ends = [iterations * k // (samples - 1) for k in range(samples)]
begins = [0] + ends
# The most frequent collections are those of 3.8 to 3.10: one in 195 iterations.
room = iterations // 150 + 100
mark_iteration, mark_generation, mark_collected, mark_tracked = [numbers(room) for _ in range(4)]
collections = 0

# Before the start: the first instances of a class are bigger, the first reading allocates, and each full collection
# untracks tuples and dicts that hold only untracked objects, one level of nesting at a time.
for i in range(300):
    A = Leak()
    B = Leak()
    A.b = B
    B.a = A
    A = None
    B = None
readings.read(0)
for _ in range(3):
    gc.collect()
gc.callbacks.append(on_collection)
if mode == "off":
    gc.disable()
spare = []
del spare

# get_count() returns a tuple, which is counted after the counters are read.
start_count = gc.get_count()[0] + 1
for k in range(samples):
    for i in range(begins[k], ends[k]):
        A = Leak()
        B = Leak()
        A.b = B
        B.a = A
        A = None
        B = None
    readings.read(k)
counts_after = gc.get_count()

gc.callbacks.remove(on_collection)
found = gc.collect()
readings.read(samples)
above_start = [readings.value(k) - readings.value(0) for k in range(samples + 1)]
start_tracked = readings.value(0) if counting else 0

json.dump(
    {
        "unit": readings.unit,
        "startCount": start_count,
        "iterations": ends,
        "aboveStart": above_start[:samples],
        "collections": [
            [mark_iteration[c], mark_generation[c], mark_collected[c], mark_tracked[c] - start_tracked]
            for c in range(collections)
        ],
        "countsAfter": counts_after,
        "afterCollect": {"collected": found, "aboveStart": above_start[samples]},
    },
    sys.stdout,
)
