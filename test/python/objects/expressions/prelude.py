"""What the expressions of this folder use."""
import sys


def power(a, b):
    return a ** b


s = "".join(["hello", " world"])
n = 10 ** 20
n = n + 1
y = 1.5e10 + 0.5
b3 = bytes([1, 2, 3])


class S(str):
    pass


class I(int):
    pass


class F(float):
    pass


class L(list):
    pass


class Num:
    def __init__(self, v):
        self.v = v

    def __add__(self, o):
        return ("add", self.v, o)

    def __radd__(self, o):
        return ("radd", self.v, o)

    def __mul__(self, o):
        return ("mul", self.v, o)

    def __rmul__(self, o):
        return ("rmul", self.v, o)

    def __rmod__(self, o):
        return ("rmod", self.v, o)

    def __index__(self):
        return 3

    def __abs__(self):
        return "abs"

    def __round__(self, *a):
        return ("round",) + a

    def __divmod__(self, o):
        return "divmod"

    def __rdivmod__(self, o):
        return "rdivmod"

    def __pow__(self, *a):
        return ("pow",) + a

    def __neg__(self):
        return "neg"

    def __format__(self, spec):
        return "<" + spec + ">"

    def __float__(self):
        return 2.5

    def __repr__(self):
        return "Num!"

    def __eq__(self, o):
        return ("eq", o)

    def __lt__(self, o):
        return ("lt", o)


class Int2(int):
    def __add__(self, o):
        return "Int2.add"

    def __radd__(self, o):
        return "Int2.radd"

    def __rsub__(self, o):
        return "Int2.rsub"

    def __gt__(self, o):
        return "Int2.gt"

    def __eq__(self, o):
        return "Int2.eq"

    __hash__ = int.__hash__


class K:
    def __init__(self, v):
        self.v = v

    def __hash__(self):
        return hash(self.v)

    def __eq__(self, o):
        return self.v == (o.v if isinstance(o, K) else o)

    def __repr__(self):
        return "K(%r)" % (self.v,)


class BadHash:
    def __hash__(self):
        raise ValueError("nohash")


class BadEq:
    def __hash__(self):
        return 1

    def __eq__(self, o):
        raise KeyError("noeq")


class NoHash:
    def __eq__(self, o):
        return True


class Ret:
    def __init__(self, x):
        self.x = x

    def __index__(self):
        return self.x

    def __int__(self):
        return self.x

    def __float__(self):
        return self.x

    def __str__(self):
        return self.x

    def __repr__(self):
        return self.x

    def __bool__(self):
        return self.x

    def __hash__(self):
        return self.x

    def __format__(self, s):
        return self.x


class LenOnly:
    def __init__(self, n):
        self.n = n

    def __len__(self):
        return self.n


def iadd(a, b):
    a += b
    return a


def imul(a, b):
    a *= b
    return a


def isub(a, b):
    a -= b
    return a
