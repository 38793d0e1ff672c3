"""Runs generated programs and tells after each operation everything that the memory of this CPython shows.

Reads one JSON line {"programs": [text, ...], "unfrozen": [bool, ...]} per batch from standard input and writes one
JSON line per batch: for each program the number of objects that existed before it and one string per operation.

The observer must not disturb what it observes: it makes no object that the collector counts. It reads the counters,
the lists of the generations and the counts straight from memory, through one array laid over the address space.
"""

import ctypes
import gc
import json
import os
import sys
import weakref
from _weakref import getweakrefcount

memory = (ctypes.c_uint64 * (1 << 45)).from_address(0)
WORD = 8
HEAD = 16

# The newest tracked object is the last of generation 0: the next one is the list's own head, generations[0].
newest = []
generations = memory[(id(newest) - HEAD) // WORD]
heads = [generations, generations + 24, generations + 48]
stats_at = (generations + 104) // WORD
garbage_at = (generations + 184) // WORD
del newest


def check_layout():
    """Stop if the memory that is about to be read is something else in this version."""
    threshold = gc.get_threshold()
    gc.set_threshold(701, 11, 13)
    found = [memory[(head + HEAD) // WORD] & 0xFFFFFFFF for head in heads]
    gc.set_threshold(*threshold)
    if found != [701, 11, 13] or memory[garbage_at] != id(gc.garbage):
        raise SystemExit("the collector's state is not where it is in CPython 3.8 to 3.13")


check_layout()

log = []
keep = []
labels = {}
out = []
observations = []
base = set()
letter_of = {}


class _WithMethod:
    def m(self):
        pass


function = type(check_layout)
method = type(_WithMethod().m)
cell = type((lambda x: lambda: x)(0).__closure__[0])
static_letters = {
    list: "l", tuple: "t", dict: "d", set: "s", frozenset: "z", function: "n", cell: "c", method: "m",
    weakref.ref: "w",
}
class_names = "PFRAST"
variables = ["v0", "v1", "v2", "v3", "v4", "v5", "v6", "v7"]

with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "prelude.py")) as file:
    prelude = compile(file.read(), "prelude.py", "exec")

letter = letter_of.get
positions = {}
parts = []
write = parts.append


def observe():
    """Write down the process and forget what was printed and logged. `observe.ts` says what the parts are."""
    parts.clear()
    positions.clear()
    k = 0
    while k < 3:
        write(f"{memory[(heads[k] + HEAD) // WORD] >> 32}")
        write(",")
        k += 1
    write("1" if gc.isenabled() else "0")
    k = 0
    while k < 9:
        write(",")
        write(f"{memory[stats_at + k] - stats_before[k]}")
        k += 1
    write(",")
    write(f"{len(gc.garbage)}")
    write(",")
    write(f"{len(keep)}")
    k = 0
    while k < 3:
        write("|")
        head = heads[k]
        at = memory[head // WORD]
        n = 0
        while at != head:
            o = at + HEAD
            if not unfrozen or o not in base:
                write(letter(memory[(at + HEAD + WORD) // WORD], "?"))
                write(f"{memory[(at + HEAD) // WORD]}")
                if memory[at // WORD + 1] & 1:
                    write("!")
                positions[o] = k * 10000 + n
                n += 1
            at = memory[at // WORD]
        k += 1
    write("|")
    k = 0
    while k < 8:
        o = ns[variables[k]]
        a = id(o)
        kind = letter(memory[a // WORD + 1], "?")
        if kind != "?":
            refs = getweakrefcount(o)
            o = None
            write(kind)
            write(f"{memory[a // WORD]}")
            if a in positions:
                write("@")
                write(f"{positions[a]}")
            if refs:
                write("w")
                write(f"{refs}")
        else:
            write(".")
        write(" ")
        k += 1
    write("|")
    # An iterator would be an object that the collector counts.
    k = 0
    while k < len(out):
        write(f"{out[k]},")
        k += 1
    write("|")
    k = 0
    while k < len(log):
        write(f"{log[k]},")
        k += 1
    out.clear()
    log.clear()
    observations.append("".join(parts))


stats_before = [0] * 9
unfrozen = False
ns = {}


def move_last(o):
    """Make a tracked object the last of generation 2."""
    at = id(o) - HEAD
    following, previous = memory[at // WORD], memory[at // WORD + 1] & ~3
    memory[previous // WORD] = following
    memory[following // WORD + 1] = previous | memory[following // WORD + 1] & 3
    last = memory[heads[2] // WORD + 1]
    memory[last // WORD] = at
    memory[at // WORD + 1] = last | memory[at // WORD + 1] & 3
    memory[at // WORD] = heads[2]
    memory[heads[2] // WORD + 1] = at


def roots():
    """What refers to objects of a program from outside."""
    return ns, keep, gc.garbage


def settle():
    """Let nothing of the last program remain, and no free list hold anything."""
    gc.unfreeze()
    while True:
        keep.clear()
        gc.garbage.clear()
        found = gc.collect()
        if not found and not keep and not gc.garbage:
            return


def run(text, is_unfrozen):
    """Run one program in a namespace and with classes of its own."""
    global ns, unfrozen
    gc.disable()
    ns = dict(
        append=log.append, save=keep.append, keep=keep, labels=labels, out=out.append, observe=observe, base=base,
        same={}.get, ref=weakref.ref, getweakrefcount=getweakrefcount,
        collect=gc.collect, enable=gc.enable, disable=gc.disable, set_threshold=gc.set_threshold,
        get_count=gc.get_count, freeze=gc.freeze, unfreeze=gc.unfreeze, get_objects=gc.get_objects,
        get_referrers=gc.get_referrers, get_referents=gc.get_referents, set_debug=gc.set_debug, garbage=gc.garbage,
        callbacks=gc.callbacks,
    )
    for name in variables:
        ns[name] = None
    exec(prelude, ns)
    P, F, R, A, S, T = [ns[name] for name in class_names]
    ns["attributed"] = frozenset([P, F, R, A])
    ns["slotted"] = frozenset([S, T])
    ns["instance"] = frozenset([P, F, R, A, S, T])
    ns["referable"] = frozenset([P, F, R, A, set, frozenset, function, method])
    ns["hashable"] = frozenset([P, F, R, A, S, T, function])
    ns["referring"] = frozenset([P, F, R, A, S, T, list, tuple, dict, set, frozenset, function, cell, method])
    ns["container"] = ns["referring"] | {weakref.ref}
    exec(compile(text, "program", "exec"), ns)
    letter_of.clear()
    for kind in static_letters:
        letter_of[id(kind)] = static_letters[kind]
    for name in class_names:
        letter_of[id(ns[name])] = name
    program = ns["program"]()
    next(program)
    unfrozen = is_unfrozen
    settle()
    base.clear()
    if unfrozen:
        gc.unfreeze()
        base.update(map(id, gc.get_objects()))
    # What refers to objects of the program is a root, by a reference that the collector does not find, and comes in the
    # same order as in the simulator: both show in the order of the survivors after gc.unfreeze().
    for o in roots():
        memory[id(o) // WORD] += 1
        if unfrozen:
            move_last(o)
    gc.freeze()
    gc.collect()
    frozen = gc.get_freeze_count() - parked
    k = 0
    while k < 9:
        stats_before[k] = memory[stats_at + k]
        k += 1
    gc.enable()
    try:
        next(program)
    finally:
        gc.disable()
        for o in roots():
            memory[id(o) // WORD] -= 1
        gc.callbacks.clear()
        gc.set_debug(0)
        gc.set_threshold(*default_threshold)
        program.close()
        program = None
        ns.clear()
        settle()
        labels.clear()
        log.clear()
        out.clear()
    told = observations[:]
    observations.clear()
    return [frozen, told]


default_threshold = gc.get_threshold()

# From 3.12 on, a full collection puts immortal objects aside, among the frozen ones: they are never collected again.
gc.unfreeze()
gc.collect()
parked = gc.get_freeze_count()

# Every function once: up to 3.10 its first call makes a frame that stays, and parsers of arguments make tuples.
FIRST_CALLS = """
def program():
    global v0
    yield
    callbacks.append(noted)
    for cls in P, F, R, A, S, T:
        v0 = cls()
        labels[id(v0)] = 0
        if cls is A:
            v0.a = v0
        v0 = None
    v0 = filled(S())
    v0 = frozenset({1})
    v0 = P()
    v0 = ref(v0), ref(v0, called), v0
    labels[id(v0[1])] = 0
    v0 = None
    v0 = same(0, closure(lists(1, tuples(1, dicts(1, instances(P, 1, None, 0))))))
    set_threshold(700, 10, 10)
    out(fresh(get_objects(generation=0)) + fresh(get_referrers(v0)) + len(get_referents(v0)) + len(get_count()))
    v0 = None
    collect(0)
    observe()
    yield
"""

if __name__ == "__main__":
    run(FIRST_CALLS, False)
    run(FIRST_CALLS, False)
    for line in sys.stdin:
        batch = json.loads(line)
        answers = [run(text, flag) for text, flag in zip(batch["programs"], batch["unfrozen"])]
        sys.stdout.write(json.dumps(answers) + "\n")
        sys.stdout.flush()
