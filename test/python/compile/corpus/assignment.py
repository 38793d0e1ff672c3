"""Documentation of the module."""

a = 1
a = b = c = f()
a, b = b, a
a, b, c = c, a, b
a, b, c, d = d, c, b, a
(a,) = b
[a, b] = c
a, *b = c
*a, b = c
a, (b, *c), d = e
a.b = c
a[b] = c
a[b:c] = a[:], a[::d], a[b:]
a[b, c:d] = e
a.b, c[d] = e, f
a, b.c, d = e, f, g
a += b
a.b -= c
a[b] *= c
a[b:c] |= d
a //= b; a /= b; a %= b; a **= b; a <<= b; a >>= b; a &= b; a ^= b
del a
del a, b.c, d[e], (f, [g])
(a := b)
x: int
y: int = 3
(z): int = 4
a.b: int = 5
a.b: int
c[d]: int
c[d:e, f]: int
a = (1, 2, (3, "x")), [1, 2, 3], {1, 2, 3}, {1: 2}, (), [], {}


def function(p, q, *rest, k=1, **named):
    a = b = p
    a, b = b, a
    a, b, c = q, p, a
    a, b, c, d = p, q, a, b
    p.x, a = a, b
    a, (b, c) = p, q
    global g
    g = a
    a += b
    del a, b
    x: undefined = 3
    y: undefined
    x.a: undefined = 4
    a = (b := c) + b
    return a
