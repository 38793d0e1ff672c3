a = [x for x in y]
a = {x for x in y}
a = {x: z for x, z in y}
a = (x for x in y)
a = [x for x in y if x if not z]
a = [x + z for x in y if x for z in x if z]
a = [x for y in [1, 2] for x in [y + 1]]
a = [x for x in [f(), g()]]
a = [x for x in {1, 2, 3}]
a = [[x for x in y] for y in z]
a = [lambda: x for x in y]
a = [(x, w) for x.a, (x[0], *w) in y]
a = {x: [z for z in x] for x in y}
a = [x for x in (1, 2) for y in (3,) for z in [x]]


def function(p, q):
    r = [p + x for x in q]
    s = {x: lambda: (x, p, r) for x in q if x in r}
    t = (x for x in p for y in x if q)
    u = [x for x in p if x and q]
    v = [None for _ in q]
    return sum(x for x in p), [t := x for x in s]


class Class:
    a = 1
    b = [a for _ in range(3)]
    c = [a for a in range(a)]
    d = list(a for a in [a])
