x = a + b - c * d / e // f % g ** h
x = a << b >> c & d | e ^ f
x = -a, +a, ~a, not a
x = not a in b, not a is b, not a not in b, not a is not b, not a == b
x = a < b, a <= b, a == b, a != b, a > b, a >= b, a is b, a is not b, a in b, a not in b
x = a < b < c
x = a < b < c < d
x = a in {1, 2, 3}, a in [1, 2, 3], a not in [], a in {b, 1}, a in [b, 1], a in (1, 2) in [3]
x = a and b, a or b, a and b or c, (a or b) and c, not (a and b)
x = a if b else c
x = a if b and c else d if not e else f
x = a if 1 else b, 0 or b, 1 and c, a if b is None else c
x = a[0], a[b], a[1:2], a[b:c:d], a[..., 1:]
x = a.b.c.d
x = (
    a.b
    .c(d)
    .e
)
x = [*a, b], (*a, b), {*a, b}, {**a, "b": c, **d}, [a, *b, *c]
x = {"a": 1, "b": 2}
x = {a: b, c: d}
x = {"a": f(), b: g()}
x = {1, a}, {1, 2}, {1}, [1, 2], [1], (1,)
x = 1 + 2 * 3, -5, 2**10, "a" * 20, (1, 2) + (3,), 1 << 3, 7 // -2, 7 % -2, -7 // 2, 1 / 4
x = 10**50, "a" * 5000, 2**200, 1 << 200, 1 // 0, 1 % 0, 1.5 // 0.5, -1.5 % 1, 2**-1, 0**-1
x = "abc"[1], (1, 2, 3)[-1], b"abc"[0], (1, 2)[5], "abc"["x"], not 1, not "", ~5, -1.5, - -1, +True, ~True
x = (1, 2) * 3, () * 5, 300 * (1,), True + 1, True & False, True | 2, 1.0 + 2, 3 - 0.5, __debug__
x = 0.0, -0.0, 1, 1.0, True, b"", "", None, ..., 1e300 * 1e10
lambda: 0
lambda a, b=1, *c, d, e=2, **f: (a, b, c, d, e, f)
lambda: (yield)
lambda x: lambda y: x + y
x = (yielded for yielded in ())
1
"no documentation"
(1, 2)
a
...
