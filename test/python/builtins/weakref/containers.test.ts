import { expect, test } from "vitest";
import { linesOf } from "../output-of";

const CLASS = `
import weakref
class C:
    def __init__(self, n): self.n = n
    def __repr__(self): return "C(%d)" % self.n
    def __eq__(self, other): return isinstance(other, C) and self.n == other.n
    def __hash__(self): return hash(self.n)
x = C(1); y = C(2)
`;

test("a WeakValueDictionary loses an entry with its value", () => {
  const source = `${CLASS}
d = weakref.WeakValueDictionary(); d["x"] = x; d["y"] = y
print(len(d), sorted(d.items()), d.get("z", 0), "x" in d)
del x
print(len(d), list(d), d.pop("y"), list(d.values()))
try: d["x"]
except KeyError as e: print("KeyError", e)
`;
  expect(linesOf(source)).toEqual(["2 [('x', C(1)), ('y', C(2))] 0 True", "1 ['y'] C(2) []", "KeyError 'x'"]);
});

test("the key of a value is still listed while the value's __del__ runs", () => {
  const source = `
import weakref
class D:
    def __del__(self): print(sorted(w))
w = weakref.WeakValueDictionary(); a = D(); w["a"] = a
del a; print(sorted(w))
`;
  expect(linesOf(source)).toEqual(["['a']", "[]"]);
});

test("an entry that dies during an iteration goes when the iteration is over", () => {
  const source = `${CLASS}
d = weakref.WeakValueDictionary(); d["x"] = x; d["y"] = y
steps = d.keys(); next(steps)
del x, y
print(len(d.data))
steps.close(); print(len(d.data))
`;
  expect(linesOf(source)).toEqual(["2", "0"]);
});

test("a WeakKeyDictionary finds equal keys and loses an entry with its key", () => {
  const source = `${CLASS}
d = weakref.WeakKeyDictionary(); d[x] = "x"; d[y] = "y"
print(len(d), d[C(1)], C(3) in d, sorted(d.values()))
del x
print(len(d), list(d.items()), d.setdefault(y, "z"))
`;
  expect(linesOf(source)).toEqual(["2 x False ['x', 'y']", "1 [(C(2), 'y')] y"]);
});

test("a WeakSet loses an element with its last reference", () => {
  const source = `${CLASS}
s = weakref.WeakSet([x]); s.add(y); s.add(C(3))
print(len(s), x in s, sorted(o.n for o in s))
s.discard(x); del y
print(len(s), list(s | [C(9)]))
`;
  expect(linesOf(source)).toEqual(["2 True [1, 2]", "0 []"]);
});

test("a WeakMethod lives as long as the object, where a plain reference to a bound method is dead at once", () => {
  const source = `
import weakref
class M:
    def f(self): return 42
m = M(); w = weakref.WeakMethod(m.f, lambda ref: print("gone", ref is w))
print(w()(), w() == m.f, weakref.ref(m.f)(), w == weakref.WeakMethod(m.f))
del m; print(w())
`;
  expect(linesOf(source)).toEqual(["42 True None True", "gone True", "None"]);
});
