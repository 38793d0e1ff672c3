import { describe, expect, test } from "vitest";
import { countedLines, versions } from "./counted";

/** Classes that a function makes and drops: how many objects `gc.collect()` finds. */
const bodies: readonly (readonly [body: string, old: number, found: number])[] = [
  ["class C: pass", 6, 6],
  ['class C: __slots__ = ("a", "b")', 6, 6],
  ["class C: __slots__ = ()", 3, 3],
  ["class C:\n        def m(self): pass", 7, 7],
  ["class C:\n        def m(self): super()", 9, 9],
  ["class C:\n        @staticmethod\n        def m(): pass", 8, 9],
  ["class C:\n        @classmethod\n        def m(c): pass", 8, 9],
  ["class C:\n        @property\n        def p(self): pass", 8, 8],
  ["class C: pass\n    class D(C): pass", 9, 9],
  ["class C: pass\n    C.o = C()", 7, 7],
];

describe.each(versions)("on %s", (version) => {
  test.each(bodies)("a dropped class is garbage of a known size: %s", (body, old, found) => {
    const source = `
import gc
def make():
    ${body}
gc.disable(); make(); gc.collect(); make()
print(gc.collect())
`;
    expect(countedLines(source, version)).toEqual([String(version === "3.8" ? old : found)]);
  });

  test("a class attribute is found by all instances as soon as it is there, and no longer when it is gone", () => {
    const source = `
class A:
    def f(self): return 1
class B(A): pass
b = B(); seen = []
for i in range(4):
    seen.append(b.f())
    if i == 0: A.f = lambda self: 2
    if i == 1: B.f = lambda self: 3
    if i == 2: b.f = lambda: 4
print(seen); del b.f; del B.f; print(b.f(), len(A.__subclasses__()))
del b, B; import gc; gc.collect(); print(A.__subclasses__())
`;
    expect(countedLines(source, version)).toEqual(["[1, 2, 3, 4]", "2 1", "[]"]);
  });

  test("bases are ordered as C3 orders them", () => {
    const source = `
class A: pass
class B(A): pass
class C(A): pass
class D(B, C): pass
print([c.__name__ for c in D.__mro__])
try:
    class X(A, B): pass
except TypeError as e: print(str(e).replace("\\n", " "))
try:
    class Y(int, str): pass
except TypeError as e: print(e)
`;
    expect(countedLines(source, version)).toEqual([
      "['D', 'B', 'C', 'A', 'object']",
      "Cannot create a consistent method resolution order (MRO) for bases A, B",
      "multiple bases have instance lay-out conflict",
    ]);
  });

  test("a finalizer that a class gets later runs for the instances that are there", () => {
    const source = `
class C: pass
c = C(); C.__del__ = lambda self: print("gone"); c = None
print("after")
`;
    expect(countedLines(source, version)).toEqual(["gone", "after"]);
  });
});

test.each([
  ["class M(type): pass", "class M has a metaclass"],
  ["class C(metaclass=int): pass", "class C has a metaclass"],
  ["class C:\n    def __get__(self, o, t): pass", "class C defines __get__"],
  ["class C:\n    def __init_subclass__(cls): pass", "class C defines __init_subclass__"],
  ['class C(list): __slots__ = ("a",)', "class C adds __slots__ to the built-in type list"],
])("what the simulator does not support is named when the class statement runs: %s", (source, text) => {
  const [line] = countedLines(
    `try:\n    ${source.replaceAll("\n", "\n    ")}\nexcept NotImplementedError as e: print(e)\n`,
  );
  expect(line).toContain(text);
});
