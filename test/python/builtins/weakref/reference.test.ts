import { expect, test } from "vitest";
import { linesOf, run } from "../output-of";

const PAIR = `
import weakref
class C:
    def __init__(self, n=0): self.n = n
    def __eq__(self, other): return self.n == other.n
    def __hash__(self): return hash(self.n)
a = C(1)
`;

test("without a callback the same reference and the same proxy are handed out again", () => {
  const source = `${PAIR}
r = weakref.ref(a); p = weakref.proxy(a)
print(r is weakref.ref(a), p is weakref.proxy(a), r is weakref.ref(a, print), weakref.getweakrefcount(a))
`;
  expect(linesOf(source)).toEqual(["True True False 2"]);
});

test("getweakrefs gives the shared reference, the shared proxy, then the others, the newest first", () => {
  const source = `${PAIR}
c1 = weakref.ref(a, print); p = weakref.proxy(a); c2 = weakref.ref(a, print); r = weakref.ref(a)
print([o is wanted for o, wanted in zip(weakref.getweakrefs(a), (r, p, c2, c1))])
`;
  expect(linesOf(source)).toEqual(["[True, True, True, True]"]);
});

test("references are equal and hash as their objects do, dead ones are equal to themselves only", () => {
  const source = `${PAIR}
b = C(1); r = weakref.ref(a); s = weakref.ref(b)
print(r == s, r != s, hash(r) == hash(1))
del a, b
print(r == s, r == r, hash(r) == hash(1))
try: hash(s)
except TypeError as e: print(e)
`;
  expect(linesOf(source)).toEqual(["True False True", "False True True", "weak object has gone away"]);
});

test("a callback gets the dead reference, which has let go of it", () => {
  const source = `${PAIR}
def told(ref): print(ref is r, ref(), ref.__callback__)
r = weakref.ref(a, told); print(r.__callback__ is told)
del a
`;
  expect(linesOf(source)).toEqual(["True", "True None None"]);
});

test("a class of the program can inherit from ref, and its references are not shared", () => {
  const source = `${PAIR}
class R(weakref.ref):
    def __init__(self, o, callback=None, name="r"):
        super().__init__(o, callback)
        self.name = name
    def __call__(self):
        o = super().__call__()
        return o and (self.name, o.n)
    def __new__(cls, o, callback=None, name="r"): return weakref.ref.__new__(cls, o, callback)
r = R(a, name="mine"); print(r(), r is R(a), isinstance(r, weakref.ref), weakref.getweakrefcount(a))
del a; print(r(), r.name)
`;
  expect(linesOf(source)).toEqual(["('mine', 1) False True 1", "None mine"]);
});

test.each([
  ["weakref.ref(5)", "TypeError: cannot create weak reference to 'int' object"],
  ["weakref.proxy([])", "TypeError: cannot create weak reference to 'list' object"],
  ["weakref.ref(C(), callback=None)", "TypeError: ref() takes no keyword arguments"],
])("%s raises %s", (expression, message) => {
  expect(run(`${PAIR}${expression}`).errors).toContain(`${message}\n`);
});

test.each([
  ["3.8", "<class 'weakref'> <class 'weakproxy'> <class 'weakcallableproxy'>"],
  ["3.13", "<class 'weakref.ReferenceType'> <class 'weakref.ProxyType'> <class 'weakref.CallableProxyType'>"],
])("the types have the names of %s", (profile, text) => {
  const source = `${PAIR}print(type(weakref.ref(a)), type(weakref.proxy(a)), type(weakref.proxy(print)))`;
  expect(linesOf(source, profile)).toEqual([text]);
});
