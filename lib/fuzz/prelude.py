"""What every generated program can use. `driver.py` runs it for each program anew and gives it its globals.

`append(item)` writes into the log, `save(o)` keeps an object alive, `same(0, o)` is `o`, returned by a function in C.
"""


class P:
    def m(self): pass


class F:
    def __del__(self): append(labels[id(self)])
    def m(self): pass


class R:
    def __del__(self):
        append(labels[id(self)])
        save(self)
    def m(self): pass


class A:
    def __del__(self):
        append(labels[id(self)])
        if hasattr(self, "a"):
            save(self.a)
    def m(self): pass


class S:
    __slots__ = ("a", "b")
    def m(self): pass


class T:
    __slots__ = ("a", "b")
    def __del__(self): append(labels[id(self)])
    def m(self): pass


def called(ref):
    append(labels[id(ref)])


def noted(phase, info):
    append(phase[2])
    append(info["generation"])
    append(info["collected"])


def closure(x):
    return lambda: x


def filled(o):
    o.a = None
    o.b = None
    return o


def lists(n, x):
    while n:
        x = same(0, [x])
        n -= 1
    return x


def tuples(n, x):
    while n:
        x = same(0, (x,))
        n -= 1
    return x


def dicts(n, x):
    while n:
        y = same(0, {})
        y["x"] = x
        x = y
        n -= 1
    return x


def instances(cls, n, x, label):
    while n:
        y = cls()
        labels[id(y)] = label + n
        y.a = x
        x = y
        n -= 1
    return x


def fresh(found):
    n = 0
    k = len(found)
    while k:
        k -= 1
        if id(found[k]) not in base:
            n += 1
    return n
