import { expect, test } from "vitest";
import { linesOf } from "../output-of";

const PROXY = `
import weakref
class C:
    def __init__(self): self.n = 1
    def m(self): return self.n
    def __len__(self): return 3
    def __getitem__(self, i): return i * 2
    def __iter__(self): return iter([1, 2])
    def __call__(self, *args): return args
    def __add__(self, other): return self.n + 1
    def __contains__(self, item): return item == 5
    def __str__(self): return "text"
a = C(); p = weakref.proxy(a)
`;

test("a proxy does what its object does", () => {
  const source = `${PROXY}
print(p.n, p.m(), len(p), p[4], list(p), p(1, 2), p + 1, 5 in p, 4 in p, bool(p), str(p))
p.n = 7; print(a.n); del p.n; print(hasattr(a, "n"))
`;
  expect(linesOf(source)).toEqual(["1 1 3 8 [1, 2] (1, 2) 2 True False True text", "7", "False"]);
});

test("a proxy is an instance of its own type and, by its __class__, of that of its object", () => {
  expect(
    linesOf(`${PROXY}print(isinstance(p, C), type(p) is weakref.CallableProxyType, p.__class__ is C)`),
  ).toEqual(["True True True"]);
});

test("the proxy of a dead object raises ReferenceError whatever it is asked", () => {
  const source = `${PROXY}
del a
for ask in (lambda: p.n, lambda: str(p), lambda: len(p), lambda: p + 1, lambda: p == 1, lambda: bool(p), lambda: p.__class__):
    try: ask()
    except ReferenceError as e: print(e)
`;
  expect(linesOf(source)).toEqual(Array(7).fill("weakly-referenced object no longer exists"));
});
