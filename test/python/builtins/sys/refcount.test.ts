import { expect, test } from "vitest";
import { linesOf } from "../output-of";

const counts = `
import sys
class T: pass
def local(): t = T(); return sys.getrefcount(t)
def parameter(p): return sys.getrefcount(p)
g = T()
print(sys.getrefcount(T()), sys.getrefcount(g), local(), parameter(g))
`;

test.each([
  ["3.8", "1 2 2 4"],
  ["3.10", "1 2 2 4"],
  ["3.11", "1 2 2 3"],
  ["3.13", "1 2 2 3"],
])("in %s getrefcount of a temporary, a global, a local and a parameter is %s", (profile, text) => {
  expect(linesOf(counts, profile)).toEqual([text]);
});

test.each([
  ["3.8", "10"],
  ["3.11", "10"],
  ["3.12", "0"],
  ["3.13", "0"],
])("ten more references to None change its count in %s by %s", (profile, text) => {
  const source = `
import sys
a = sys.getrefcount(None); l = [None] * 10
print(sys.getrefcount(None) - a)
`;
  expect(linesOf(source, profile)).toEqual([text]);
});

test.each([
  ["3.12", "[4294967295, 4294967295, 4294967295, 4294967295]"],
  ["3.14", "[3221225472, 3221225472, 3221225472, 3221225472]"],
])("immortal objects show the constant of %s", (profile, text) => {
  expect(linesOf("import sys\nprint([sys.getrefcount(o) for o in (None, 1, (), int)])", profile)).toEqual([
    text,
  ]);
});

/** sys.getsizeof as real interpreters show it. */
const sizes = `
import sys
class C: pass
def f(): pass
print([sys.getsizeof(o) for o in (None, 0, 1, 2**30, 1.5, "", "abc", b"", (), (1, 2), [], [None] * 3, {}, {"a": 1}, set(), f, C(), C, int, len, sys)])
`;

test.each([
  ["3.8", "[16, 24, 28, 32, 24, 49, 52, 33, 40, 56, 56, 80, 64, 232, 216, 136, 48, 1064, 416, 72, 72]"],
  ["3.11", "[16, 28, 28, 32, 24, 49, 52, 33, 40, 56, 56, 80, 64, 184, 216, 152, 56, 1688, 424, 72, 72]"],
  ["3.13", "[16, 28, 28, 32, 24, 41, 44, 33, 40, 56, 56, 80, 64, 184, 216, 160, 48, 1712, 416, 72, 72]"],
])("getsizeof tells what each type takes in %s", (profile, text) => {
  expect(linesOf(sizes, profile)).toEqual([text]);
});

test("a class of the program may say its size itself; the GC head is added", () => {
  const source = `
import sys
class C:
    def __sizeof__(self): return 100
print(sys.getsizeof(C()))
`;
  expect(linesOf(source)).toEqual(["116"]);
});
