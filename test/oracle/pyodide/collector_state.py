"""The incremental collector's own numbers, read from its memory before and after each automatic collection (3.14 only).

`struct _gc_runtime_state` lies around the head of the young list, to which the first young object leads back; the words
are those of a 32-bit build. The program is the leak loop beside `extra` live lists.

live        tracked objects when the loop begins, the lists among them
startCount  young.count when the loop begins
unmarked    how many of the live objects the first trigger does not mark (see startup_marking.py; ctypes adds some)
rows        [iteration; young.count; heap_size; work_to_do before; work_to_do after; phase after, 0 = mark; visited
            space after; collected] of each trigger. The dict that the callback is given at the start is taken out.
"""

import ctypes
import gc
import json
import sys
from array import array

RUNS = [(0, 46000), (50000, 46000)]
ROOM = 100

# Words after the young list's head: next, prev, threshold, count; two old generations and the permanent one, four words
# each; three times three statistics; collecting, garbage, callbacks; then heap_size and what follows it.
YOUNG_COUNT, HEAP_SIZE, WORK_TO_DO, VISITED_SPACE, PHASE = 3, 28, 29, 30, 31
PREV_FLAGS = 3
GC_HEAD_BYTES = 8


class Leak(object):
    pass


def collector_words():
    gc.collect()
    first_young = []
    head = ctypes.c_uint32.from_address(id(first_young) - GC_HEAD_BYTES + 4).value & ~PREV_FLAGS
    return (ctypes.c_int32 * 32).from_address(head)


columns = [array("q", bytes(8 * ROOM)) for _ in range(8)]
iteration, young, heap, before, after, phase_after, visited, collected = columns
at = 0


def on_collection(phase, info):
    global at
    if phase == "start":
        iteration[at] = i
        young[at] = words[YOUNG_COUNT] - 1
        heap[at] = words[HEAP_SIZE] - 1
        before[at] = words[WORK_TO_DO]
    else:
        after[at] = words[WORK_TO_DO]
        phase_after[at] = words[PHASE]
        visited[at] = words[VISITED_SPACE]
        collected[at] = info["collected"]
        at += 1


gc.disable()
words = collector_words()


def unmarked():
    """All new objects but the one on the operand stack stay unmarked too."""
    marked = (young[0] + heap[0] // 100 - after[0]) // 2
    return heap[0] - marked - (young[0] - 1)


runs = []
for extra, length in RUNS:
    live = [[] for _ in range(extra)]
    for i in range(300):
        A = Leak()
        B = Leak()
        A.b = B
        B.a = A
        A = None
        B = None
    at = 0
    gc.callbacks.append(on_collection)
    for _ in range(20):
        gc.collect(0)
        gc.collect()
    gc.collect()
    gc.collect()
    at = 0
    tracked = words[HEAP_SIZE]
    start = words[YOUNG_COUNT]
    gc.enable()
    for i in range(length):
        A = Leak()
        B = Leak()
        A.b = B
        B.a = A
        A = None
        B = None
    gc.disable()
    gc.callbacks.remove(on_collection)
    runs.append(
        {
            "extra": extra,
            "live": tracked,
            "startCount": start,
            "unmarked": unmarked(),
            "iterations": length,
            "rows": [[column[k] for column in columns] for k in range(at)],
        }
    )
    live = None
    gc.collect()

json.dump({"runs": runs}, sys.stdout)
