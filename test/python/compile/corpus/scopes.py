import os.path
import os.path as p
import a.b.c as d
import e as f
from g import h, i as j
from . import k
from ..l.m import n


def closure(a, b, c=1, *d, e, f=2, **g):
    z = a
    y = b

    def inner():
        nonlocal y
        y = z
        x = c
        return lambda: (a, x, q)

    def later():
        return q

    q = 1
    del y
    return inner


def unused_cell(p, a):
    def inner():
        return p

    a = 1
    c = 2
    b = lambda: c
    return [p for _ in a if c]


def outer():
    global declared
    declared = 1

    def inner():
        return declared

    class declared_class:
        pass

    def declared_function():
        global made
        def made(): pass

    return inner


class Base(object):
    """Documentation of the class."""

    attribute = 1
    annotated: int = 2
    only: "str"
    __private = 3

    def method(self, __parameter=__private):
        self.__secret = __parameter
        return super().method(self.__private)

    @property
    def prop(self):
        """Documentation of the property."""
        return __class__

    @staticmethod
    @f(attribute)
    def static(): return 1

    class Inner:
        def method(self):
            return self.__name

    values = [attribute for attribute in range(3)]
    del attribute


class Derived(Base, metaclass=Meta, key=value, **keywords):
    pass


class Starred(*bases): ...


@decorator
@package.decorator(1)
class Decorated: pass


def maker(x, y):
    class Local:
        x = x
        z = y

        def method(self):
            return x, y, Local

    return Local


def annotated(a: int, /, b: str = "x", *c: 1, d: f() = 2, **e: float) -> None:
    pass


@decorator
def decorated(): return decorated


def generator(a):
    x = yield
    y = yield a
    z = yield from a
    yield x, y
    return z


def generators():
    return (i + j for i in range(3) if i for j in range(i) if j)


def walrus(a):
    if (b := a) and [c := d for d in b]:
        return b, c
    return any((e := f) for f in a), [[g := h for h in i] for i in a]
