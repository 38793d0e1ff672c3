s = {1, 2, 3}
print(s & {2, 3, 4}, s | {4}, s - {1}, s ^ {3, 4}, s <= {1, 2, 3, 4}, s.isdisjoint({9}), frozenset([1, 2]) == {1, 2})
s.add(5); s.discard(1); s.update([7])
print(sorted(s), len(s), 5 in s, set("aab") == {"a", "b"})
