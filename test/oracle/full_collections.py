"""When full collections run while a list grows for ever: `keep.append([])` 1,400,000 times, from a gc.collect() on.

startCount  gc.get_count()[0] when the program begins, with the tuple that get_count() returned
live        tracked objects when the program begins, the list among them
appends     how often it appends
lengths     len(keep) at the end of each full collection

Nothing is ever garbage, so that only the thresholds speak, and the rule that a full collection must be worth while. The
callback allocates nothing, but CPython makes a dict for it.
"""

import gc
import json
import os
import sys
from array import array

APPENDS = 1400000
ROOM = 40


def on_collection(phase, info):
    global full
    if phase == "stop" and info["generation"] == 2:
        lengths[full] = len(keep)
        full += 1


lengths = array("q", bytes(8 * ROOM))
full = 0
keep = []
gc.collect()
live = len(gc.get_objects())
gc.collect()
gc.callbacks.append(on_collection)
start = gc.get_count()[0] + 1
while len(keep) < APPENDS:
    keep.append([])
gc.callbacks.clear()

json.dump({"startCount": start, "live": live, "appends": APPENDS, "lengths": list(lengths[:full])}, sys.stdout)
sys.stdout.flush()
# Nobody waits for a million lists to be freed.
os._exit(0)
