import { expect, test } from "vitest";
import { countedLines } from "./counted";

const attempts = `
class C:
    __slots__ = ("a",)
class D:
    def m(self): pass
    @property
    def p(self): return 1
def tell(f):
    try: f()
    except Exception as e: print(type(e).__name__ + ": " + str(e))
def store(o, name): setattr(o, name, 1)
tell(lambda: D().x); tell(lambda: D.x); tell(lambda: C().a); tell(lambda: store(C(), "b"))
tell(lambda: delattr(D(), "x")); tell(lambda: delattr(D, "x")); tell(lambda: store(int, "x"))
tell(lambda: store(D(), "p")); tell(lambda: D(1)); tell(lambda: list.append()); tell(lambda: [].append())
`;

const same = [
  "AttributeError: 'D' object has no attribute 'x'",
  "AttributeError: type object 'D' has no attribute 'x'",
];

test.each([
  [
    "3.8",
    [
      "AttributeError: a",
      "AttributeError: 'C' object has no attribute 'b'",
      "AttributeError: x",
      "AttributeError: x",
      "TypeError: can't set attributes of built-in/extension type 'int'",
      "AttributeError: can't set attribute",
      "TypeError: D() takes no arguments",
      "TypeError: descriptor 'append' of 'list' object needs an argument",
      "TypeError: append() takes exactly one argument (0 given)",
    ],
  ],
  [
    "3.10",
    [
      "AttributeError: 'C' object has no attribute 'a'",
      "AttributeError: 'C' object has no attribute 'b'",
      "AttributeError: x",
      "AttributeError: x",
      "TypeError: cannot set 'x' attribute of immutable type 'int'",
      "AttributeError: can't set attribute 'p'",
      "TypeError: D() takes no arguments",
      "TypeError: unbound method list.append() needs an argument",
      "TypeError: list.append() takes exactly one argument (0 given)",
    ],
  ],
  [
    "3.13",
    [
      "AttributeError: 'C' object has no attribute 'a'",
      "AttributeError: 'C' object has no attribute 'b' and no __dict__ for setting new attributes",
      "AttributeError: 'D' object has no attribute 'x'",
      "AttributeError: type object 'D' has no attribute 'x'",
      "TypeError: cannot set 'x' attribute of immutable type 'int'",
      "AttributeError: property 'p' of 'D' object has no setter",
      "TypeError: D() takes no arguments",
      "TypeError: unbound method list.append() needs an argument",
      "TypeError: list.append() takes exactly one argument (0 given)",
    ],
  ],
])("what is not there, or cannot be set, is told in the words of %s", (version, others) => {
  expect(countedLines(attempts, version)).toEqual([...same, ...others]);
});

test("a data descriptor comes before the instance, the instance before the class", () => {
  const source = `
class C:
    name = "class"
    @property
    def p(self): return "property"
c = C(); c.__dict__["p"] = "instance"; print(c.p, c.name)
c.name = "instance"; print(c.name); del c.name; print(c.name)
`;
  expect(countedLines(source)).toEqual(["property class", "instance", "class"]);
});

test("__getattr__ is asked for what is nowhere, __setattr__ for every store", () => {
  const source = `
class C:
    def __getattr__(self, name): return name * 2
    def __setattr__(self, name, value): super().__setattr__(name, value + 1)
c = C(); c.x = 1; print(c.x, c.yy)
`;
  expect(countedLines(source)).toEqual(["2 yyyy"]);
});

test.each([
  ["3.8", "NoneType gone"],
  ["3.10", "D "],
  ["3.13", "D "],
])("in %s the error of a missing attribute holds the object, or does not", (version, text) => {
  const source = `
log = []
class D:
    def __del__(self): log.append("gone")
try: D().x
except AttributeError as e: print(type(getattr(e, "obj", None)).__name__, *log[:1], end="")
print("" if log else "")
`;
  expect(countedLines(source, version)[0]?.trimEnd()).toBe(text.trimEnd());
});

test("every operation of a class with special methods calls them", () => {
  const source = `
class V:
    def __init__(self, x): self.x = x
    def __repr__(self): return f"V({self.x})"
    def __add__(self, o): return V(self.x + o.x) if isinstance(o, V) else NotImplemented
    def __radd__(self, o): return V(o + self.x)
    def __iadd__(self, o): self.x += 10; return self
    def __lt__(self, o): return self.x < o.x
    def __eq__(self, o): return self.x == o.x
    def __len__(self): return self.x
    def __contains__(self, o): return o == self.x
    def __getitem__(self, k): return k
    def __call__(self, *a, **k): return a, k
    def __neg__(self): return V(-self.x)
    def __format__(self, spec): return spec
v = V(1); w = v; w += 0
print(V(1) + V(2), 5 + V(1), w is v, v, V(1) < V(2), V(2) > V(1), V(1) != V(2), len(V(3)), 3 in V(3))
print(V(1)[2:3], V(1)(4, k=5), -V(6), f"{V(1):x}", bool(V(0)), sorted([V(2), V(1)]))
try: hash(V(1))
except TypeError as e: print(e)
try: V(1) + 1
except TypeError as e: print(e)
`;
  expect(countedLines(source)).toEqual([
    "V(3) V(6) True V(11) True True True 3 True",
    "slice(2, 3, None) ((4,), {'k': 5}) V(-6) x False [V(1), V(2)]",
    "unhashable type: 'V'",
    "unsupported operand type(s) for +: 'V' and 'int'",
  ]);
});
