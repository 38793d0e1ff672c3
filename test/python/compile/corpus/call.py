import module
from package import name

f()
f(a)
f(a, b, k=c)
f(k=a, l=b)
f(*a)
f(*a, b)
f(a, *b)
f(a, *b, *c, d)
f(**a)
f(k=a, **b)
f(**a, k=b, l=c)
f(**a, **b)
f(a, *b, k=c, **d)
f(a)(b)(c)
o.m()
o.m(a)
o.m(a, k=b)
o.m(*a)
o.m(a, **b)
o.m.n(a)
o.m(a).n(b)
module.f(a)
module.g.h(a)
name.f(a)
f(a)[b].c(d)
f(x for x in y)
o.m(
    a,
    b,
)
f(1, 2, 3)
f(*(1, 2))
f(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 0, 1, 2)
o.m(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, a)
f(a=0, b=1, c=2, d=3, e=4, f=5, g=6, h=7, i=8, j=9, k=10, l=11, m=12, n=13, o=14, p=15, q=16)
[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, a, b]
(*c, 1, 2, 3, 4, 5, 6, 7, 8, 9, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, a, b)
{a: 0, b: 1, c: 2, d: 3, e: 4, f: 5, g: 6, h: 7, i: 8, j: 9, k: 10, l: 11, m: 12, n: 13, o: 14, p: 15, q: 16, r: 17}
{**a, b: 1, c: 2, **d}


def function(f, o):
    f(1)
    g(o)
    o.m(f)
    module.f(o)
    print(f, o, sep="", end="\n")
    return f(*o, **g())
