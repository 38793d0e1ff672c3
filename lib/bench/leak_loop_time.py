"""Times the leak loop on this interpreter: prints the user CPU time per iteration, in the fastest portion, as JSON."""

import gc
import json
import resource
import sys

iterations = int(sys.argv[1])


class Leak(object):
    pass


def user_seconds():
    return resource.getrusage(resource.RUSAGE_SELF).ru_utime


# At the level of the module, where A and B are names and not slots of a call, as in the article.
PORTION = 200_000
portions = max(1, iterations // PORTION)
fastest = float("inf")
gc.collect()
for portion in range(portions):
    start = user_seconds()
    for i in range(iterations // portions):
        A = Leak()
        B = Leak()
        A.b = B
        B.a = A
        A = None
        B = None
    seconds = user_seconds() - start
    fastest = min(fastest, seconds / (iterations // portions))
print(json.dumps({"nsPerIteration": fastest * 1e9}))
