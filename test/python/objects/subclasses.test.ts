import { describe, expect, test } from "vitest";
import { countedLines, versions } from "./counted";

const log = `
import gc
gc.disable(); log = []
class D:
    def __init__(self, n): self.n = n
    def __del__(self): log.append(self.n)
`;

describe.each(versions)("on %s", (version) => {
  test("an instance of a subclass of list, dict, int, str, tuple or set is one, and has attributes besides", () => {
    const source = `
class L(list):
    def total(self): return sum(self)
class Di(dict):
    def __missing__(self, key): return key * 2
class I(int): pass
class S(str): pass
class T(tuple):
    def __new__(cls, a, b): return super().__new__(cls, (a, b))
class F(frozenset): pass
l = L([1, 2]); l.append(3); l.x = 1; print(l, l.total(), l.x, l == [1, 2, 3], type(l + []).__name__)
d = Di(a=1); d.x = 2; print(d, d["q"], d.x, d == {"a": 1})
i = I(5); i.x = 3; print(i + 1, i.x, {5: "five"}[i])
s = S("ab"); s.x = 4; print(s.upper(), s.x, {"ab": "text"}[s])
t = T(1, 2); t.x = 5; print(t, t.x, {(1, 2): "pair"}[t])
f = F([1]); f.x = 6; print(f == {1}, f.x, F(f) == f)
`;
    expect(countedLines(source, version)).toEqual([
      "[1, 2, 3] 6 1 True list",
      "{'a': 1} qq 2 True",
      "6 3 five",
      "AB 4 text",
      "(1, 2) 5 pair",
      "True 6 True",
    ]);
  });

  test("it dies with its finalizer first, then its attributes, then its items", () => {
    const source = `${log}
class L(list):
    def __del__(self): log.append("L")
l = L([D("i0"), D("i1")]); l.a = D("attribute"); l = None; print(log)
`;
    expect(countedLines(source, version)).toEqual(["['L', 'attribute', 'i1', 'i0']"]);
  });

  test.each(["L([1])", "Di(a=1)", "I(300)", "T([1])", "Se([1])", "E(1)"])(
    "a cycle through its attributes is garbage: %s",
    (made) => {
      const source = `${log}
class L(list): pass
class Di(dict): pass
class I(int): pass
class T(tuple): pass
class Se(set): pass
class E(Exception): pass
o = ${made}; o.me = o; o.d = D("attribute"); del o
print(gc.collect() > 0, log)
`;
      expect(countedLines(source, version)).toEqual(["True ['attribute']"]);
    },
  );

  test("an exception of a program keeps its arguments, and what its __init__ stores", () => {
    const source = `
class E(ValueError):
    def __init__(self, text, code=7):
        super().__init__(text)
        self.code = code
try: raise E("bad", code=8)
except ValueError as e: print(repr(e), e, e.args, e.code, e.__dict__)
class N(Exception):
    def __init__(self, a): self.a = a
print(repr(N(3)), N(3).args)
`;
    const repr = "E('bad')";
    expect(countedLines(source, version)).toEqual([`${repr} bad ('bad',) 8 {'code': 8}`, "N(3) (3,)"]);
  });
});
