"""What the leak loop and survivors do to the memory of a process. For Linux.

    python -I -S memory_runs.py

Each run is made in a child of its own and begins in a clean arena: all older arenas are full, and each size class has a
pool with one block in use in a new one, opened from 512 bytes down to 16. So nothing that the interpreter did at its
start has a part in what follows, and a model that begins empty can tell each page. Whatever a function needs when it
first runs is made before the clean arena, and readings go into space made before.

Prints AllocatorRuns of lib/sim/alloc/memory-run.ts as JSON, without source and python.
"""

import gc
import json
import mmap
import os
import re
import sys
from array import array

COUNT = 300_000
ITERATIONS = 24_000
EVERY = 1_000
ZOOM = 12_000, 12_200
PAGE_BYTES = os.sysconf("SC_PAGE_SIZE")
POOL_BYTES, ARENA_BYTES = (16 * 1024, 1024 * 1024) if sys.version_info >= (3, 10) else (4 * 1024, 256 * 1024)
HEADER_BYTES = 48
SMALL_BYTES, SPARE = 128, 200
PR_SET_THP_DISABLE = 41

KEPT = {
    "every 1000th": lambda k: k % 1000 == 0,
    "first 1000": lambda k: k < 1000,
    "none": lambda k: False,
}


class Leak(object):
    pass


class Slotted(object):
    __slots__ = ("x",)


def one_page_at_a_time():
    """The kernel may hand out pages of 2 MiB where it can, and then resident memory tells little of pymalloc."""
    try:
        import ctypes

        ctypes.CDLL(None).prctl(PR_SET_THP_DISABLE, 1, 0, 0, 0)
    except (ImportError, OSError, AttributeError):
        pass


class ProcFile:
    """A file of /proc/self, read into buffers made before. A child must open it again: "self" is who opened it."""

    def __init__(self, name, readings, length):
        self.path = "/proc/self/" + name
        self.buffers = [[bytearray(length)] for _ in range(readings)]
        self.open()

    def open(self):
        self.file = os.open(self.path, os.O_RDONLY)

    def read(self, k):
        os.preadv(self.file, self.buffers[k], 0)

    def anonymous_bytes(self, k):
        """Of smaps_rollup. Code and data of files become resident too, when they are first used, and do not count."""
        return 1024 * int(re.search(rb"^Anonymous: +(\d+) kB", self.buffers[k][0], re.M).group(1))

    def mapped_pages(self, k):
        """Of statm."""
        return int(self.buffers[k][0].split(None, 1)[0])

    def anonymous_pages(self, k):
        """Of statm: resident pages without those of files."""
        _, resident, shared, _ = self.buffers[k][0].split(None, 3)
        return int(resident) - int(shared)


class MallocStats:
    """What sys._debugmallocstats() writes to standard error, kept in pipes."""

    def __init__(self, readings):
        self.stderr = os.dup(2)
        self.pipes = [os.pipe() for _ in range(readings)]

    def read(self, k):
        os.dup2(self.pipes[k][1], 2)
        sys._debugmallocstats()
        os.dup2(self.stderr, 2)

    def text(self, k):
        """Of reading k, which is used up."""
        return os.read(self.pipes[k][0], 1 << 16).decode()


def number(pattern, text):
    return int(re.search(pattern, text, re.M).group(1).replace(",", ""))


def arena_facts(text):
    return {
        "arenas": number(r"^# arenas allocated current += +([\d,]+)$", text),
        "unusedPools": number(r"^([\d,]+) unused pools", text),
    }


def class_facts(text, class_bytes):
    row = re.search(r"^ +\d+ +%d +(\d+) +(\d+) +(\d+)$" % class_bytes, text, re.M)
    return {"pools": int(row.group(1)), "blocksInUse": int(row.group(2)), "blocksFree": int(row.group(3))}


def block(class_bytes):
    """An object that is one block of that size class."""
    if class_bytes == 16:
        return object()
    return 1 << 40 | class_bytes if class_bytes == 32 else bytes(class_bytes - 33)


def clean_arena():
    """Fill all arenas until a new one is mapped, and open a pool for each size class there.

    After this, opened[i] is where in `fill` the block of the i-th pool is.
    """
    # Empties the free lists, whose objects would not be asked for again.
    gc.collect()
    at = opened[31]
    # Objects that live for a statement must find room in old pools while pools are opened: they are small.
    for class_bytes in range(16, SMALL_BYTES, 16):
        for _ in range(SPARE):
            at += 1
            fill[at] = block(class_bytes)
    for k in range(at, at - SPARE * (SMALL_BYTES // 16 - 1), -2):
        fill[k] = None
    grown = first_in_pool = False
    statm.read(0)
    while not grown or not first_in_pool:
        pages = statm.mapped_pages(0)
        at += 1
        fill[at] = block(512)
        first_in_pool = id(fill[at]) % POOL_BYTES == HEADER_BYTES
        statm.read(0)
        # Whatever else the process maps is less than an arena.
        grown = grown or (statm.mapped_pages(0) - pages) * PAGE_BYTES >= ARENA_BYTES
    opened[0] = at
    begin = id(fill[at])
    for i in range(1, 32):
        inside = False
        while not inside:
            at += 1
            fill[at] = block(512 - 16 * i)
            inside = 0 < id(fill[at]) - begin < ARENA_BYTES
        opened[i] = at


def pools_per_arena(before, after):
    """Of the arenas mapped in between. Not a whole number if the kernel aligned only some of them."""
    lost = r"^# bytes lost to arena alignment += +([\d,]+)$"
    lost_pools = (number(lost, after) - number(lost, before)) / POOL_BYTES
    return 64 - lost_pools / (arena_facts(after)["arenas"] - arena_facts(before)["arenas"])


def place_arenas(pools):
    """Move the place of the next arena by single pages until it has so many pools; those after it have as many."""
    clean_arena()
    found = 0
    while found != pools:
        shifts.append(mmap.mmap(-1, ARENA_BYTES + PAGE_BYTES))
        stats.read(0)
        before = stats.text(0)
        clean_arena()
        stats.read(0)
        found = pools_per_arena(before, stats.text(0))
    clean_arena()


def require_pools_per_arena(pools, before, after):
    if pools_per_arena(before, after) != pools:
        sys.exit("The kernel aligned some arenas to pools and others not.")


def survivors(count, kept):
    stats.read(0)
    statm.read(1)
    rollup.read(0)
    for k in range(count):
        held[k] = Slotted()
    stats.read(1)
    statm.read(2)
    rollup.read(1)
    for k in range(count):
        if not kept(k):
            held[k] = None
    stats.read(2)
    statm.read(3)
    rollup.read(2)


def leak(iterations):
    stats.read(0)
    rollup.read(0)
    statm.read(0)
    mapped[0] = statm.mapped_pages(0)
    resident[0] = statm.anonymous_pages(0)
    for k in range(1, iterations + 1):
        A = Leak()
        B = Leak()
        A.b = B
        B.a = A
        A = None
        B = None
        statm.read(0)
        mapped[k] = statm.mapped_pages(0)
        resident[k] = statm.anonymous_pages(0)
        if k % EVERY == 0:
            rollup.read(k // EVERY)
    stats.read(1)


def survivors_data(name):
    """Readings at the begin, with all, and with the survivors. Free blocks and unused pools as they are."""
    survivors(100, KEPT["none"])
    texts = [stats.text(k) for k in range(3)]
    place_arenas(64)
    survivors(COUNT, KEPT[name])
    texts = [stats.text(k) for k in range(3)]
    require_pools_per_arena(64, *texts[:2])
    readings = [dict(class_facts(text, 48), **arena_facts(text)) for text in texts]
    for k, reading in enumerate(readings):
        reading["mappedBytes"] = statm.mapped_pages(k + 1) * PAGE_BYTES
        reading["residentBytes"] = rollup.anonymous_bytes(k)
    begin = readings[0].copy()
    for reading in readings:
        for fact in ["pools", "blocksInUse", "arenas", "mappedBytes", "residentBytes"]:
            reading[fact] -= begin[fact]
    return dict(zip(["begin", "all", "survivors"], readings))


def leak_data(pools):
    """By the number of pools in an arena: 64, and 63 where arenas do not begin at a multiple of the pool size."""
    leak(100)
    texts = [stats.text(k) for k in range(2)]
    place_arenas(pools)
    leak(ITERATIONS)
    texts = [stats.text(k) for k in range(2)]
    require_pools_per_arena(pools, *texts)
    return {
        "iterations": ITERATIONS,
        "roomBytes": arena_facts(texts[0])["unusedPools"] * POOL_BYTES,
        "arenaSteps": [k for k in range(1, ITERATIONS + 1) if (mapped[k] - mapped[k - 1]) * PAGE_BYTES == ARENA_BYTES],
        "zoom": ZOOM,
        "pageSteps": [k for k in range(ZOOM[0] + 1, ZOOM[1] + 1) for _ in range(resident[k] - max(resident[:k]))],
        "every": EVERY,
        "residentBytes": [
            rollup.anonymous_bytes(k) - rollup.anonymous_bytes(0) for k in range(ITERATIONS // EVERY + 1)
        ],
    }


def in_child(experiment, *args):
    """Run an experiment in a child, and return what it returns."""
    read_end, write_end = os.pipe()
    child = os.fork()
    if child == 0:
        for file in statm, rollup:
            file.open()
        data = experiment(*args)
        with os.fdopen(write_end, "w") as out:
            json.dump(data, out)
        os._exit(0)
    os.close(write_end)
    with os.fdopen(read_end) as answer:
        text = answer.read()
    os.waitpid(child, 0)
    return json.loads(text)


gc.disable()
one_page_at_a_time()
statm = ProcFile("statm", 4, 64)
rollup = ProcFile("smaps_rollup", ITERATIONS // EVERY + 1, 1024)
stats = MallocStats(3)
fill, opened, held, shifts = [None] * 100_000, [-1] * 32, [None] * COUNT, []
mapped, resident = [array("q", bytes(8 * (ITERATIONS + 1))) for _ in range(2)]


def leak_run():
    run = in_child(leak_data, 64)
    return {
        "iterations": run["iterations"],
        "arenaBytes": ARENA_BYTES,
        "roomBytes": run["roomBytes"],
        "arenaSteps": run["arenaSteps"],
        "samples": [
            {"iteration": k * run["every"], "residentBytes": resident_bytes}
            for k, resident_bytes in enumerate(run["residentBytes"])
        ],
        "zoom": {"fromIteration": ZOOM[0], "toIteration": ZOOM[1], "pageSteps": run["pageSteps"]},
    }


def survivors_run(name):
    run = in_child(survivors_data, name)
    held = {when: {fact: run[when][fact] for fact in ("arenas", "mappedBytes", "residentBytes")} for when in run}
    return {
        "kept": name,
        "objects": COUNT,
        "keptObjects": run["survivors"]["blocksInUse"],
        "all": held["all"],
        "survivors": held["survivors"],
    }


if __name__ == "__main__":
    json.dump({"leak": leak_run(), "survivors": [survivors_run(name) for name in KEPT]}, sys.stdout)
