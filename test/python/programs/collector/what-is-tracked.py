import gc
class C: pass
print([gc.is_tracked(x) for x in (1, "a", None, [], {}, {"a": 1}, {"a": []}, C(), set())])
