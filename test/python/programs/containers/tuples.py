t = (1, "a", [2])
t[2].append(3)
print(t, t + (4,), t[0], t[-1], t * 2, len(t), (1, 2) < (1, 3), t.index("a"), t.count(1), (1,), ())
try:
    t[0] = 5
except TypeError as e:
    print(e)
