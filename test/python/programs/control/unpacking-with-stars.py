a, *b, c = range(5)
print(a, b, c)
*x, = "abc"
(p, q), r = (1, 2), 3
print(x, p, q, r)
for first, *rest in [(1, 2, 3), (4,)]:
    print(first, rest)
print([*range(3), *"ab"], {**{"a": 1}, "b": 2}, (*[1], 2))
