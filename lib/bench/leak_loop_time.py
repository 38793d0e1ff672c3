"""Times the leak loop on this interpreter: prints the user CPU time per iteration as JSON."""

import gc
import json
import resource
import sys

iterations = int(sys.argv[1])


class Leak(object):
    pass


def user_seconds():
    return resource.getrusage(resource.RUSAGE_SELF).ru_utime


gc.collect()
start = user_seconds()
for i in range(iterations):
    A = Leak()
    B = Leak()
    A.b = B
    B.a = A
    A = None
    B = None
seconds = user_seconds() - start
print(json.dumps({"nsPerIteration": seconds / iterations * 1e9}))
