"""How many of the objects that are there at the start does marking reach? Read from the collector's memory (3.14 only).

tracked   heap_size before the program does anything, after gc.collect()
unmarked  how many of these the first trigger did not move to the visited space: only C code refers to them

The first trigger of a cycle adds the new objects and 1 % of the heap to work_to_do and takes what it marked from it,
twice; the lists that it finds new are marked too, by their name. `ctypes`, which would add objects, is imported when
that is over.
"""

import gc
import json
import sys

import _testinternalcapi

THRESHOLD = 2000
# Words after the young list's head: next, prev, threshold, count; two old generations and the permanent one, four words
# each; three times three statistics; collecting, garbage, callbacks; heap_size; work_to_do.
HEAD_THRESHOLD, WORK_TO_DO = 2, 29
GC_HEAD_BYTES = 8
POINTER_BITS = ~3

# An automatic collection runs at the end of the loop's body.
gc.disable()
new = []
gc.collect()
gc.collect()
tracked = _testinternalcapi.get_tracked_heap_size()
gc.enable()
for i in range(THRESHOLD + 1):
    new.append([])
gc.disable()

import ctypes


def word(address):
    return ctypes.c_int32.from_address(address).value


def young_head():
    """From the newest object back to the list's head, which is told by the threshold in it."""
    probe = []
    at = id(probe) - GC_HEAD_BYTES
    for _ in range(100000):
        at = word(at + 4) & POINTER_BITS
        if word(at + 4 * HEAD_THRESHOLD) == THRESHOLD and (word(word(at + 4) & POINTER_BITS) & POINTER_BITS) == at:
            return at
    raise LookupError("the head of the young list was not found")


head = young_head()
work_to_do = word(head + 4 * WORK_TO_DO)
new_objects = THRESHOLD + 1
assessed = new_objects + (tracked + new_objects) // 100
marked = (assessed - work_to_do) // 2
json.dump({"tracked": tracked, "unmarked": tracked + new_objects - marked, "workToDo": work_to_do}, sys.stdout)
