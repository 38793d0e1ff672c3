import { expect, test } from "vitest";
import { linesOf, run } from "./output-of";

/** Expressions with the texts that CPython 3.8 to 3.13 print for them. */
const values: readonly (readonly [string, string])[] = [
  ['min([3, 1, 2]), max(3, 1, 2), min("b", "a", key=ord), max([], default=0)', "(1, 3, 'a', 0)"],
  ["sum([1, 2], 10), sum([[1], [2]], [])", "(13, [1, 2])"],
  ["any([0, 1]), any([]), all([1, 0]), all([])", "(True, False, False, True)"],
  ['sorted("bca", reverse=True), sorted([3, -1, 2], key=abs)', "(['c', 'b', 'a'], [-1, 2, 3])"],
  [
    "abs(-3), divmod(-7, 2), pow(2, 10), pow(3, -1, 7), round(2.5), round(2.675, 2)",
    "(3, (-4, 1), 1024, 5, 2, 2.67)",
  ],
  [
    'chr(97), ord("a"), ord(b"a"), bin(-10), hex(255), oct(8), ascii("é")',
    "('a', 97, 97, '-0b1010', '0xff', '0o10', \"'\\\\xe9'\")",
  ],
  ['format(3.14159, ".2f"), repr("x"), len("abc"), hash(1) == 1', "('3.14', \"'x'\", 3, True)"],
  ["isinstance(True, int), isinstance(1, (str, (int,))), issubclass(bool, int)", "(True, True, True)"],
  [
    'callable(len), callable(1), getattr(1, "real"), getattr(1, "x", 2), hasattr(1, "x")',
    "(True, False, 1, 2, False)",
  ],
  ["list(iter([1, 2])), next(iter([]), 7)", "([1, 2], 7)"],
];

test.each(values)("%s is %s", (expression, text) => {
  for (const profile of ["3.8", "3.13"]) expect(linesOf(`print((${expression}))`, profile)).toEqual([text]);
});

/** Expressions with the errors of every version. */
const errors: readonly (readonly [string, string])[] = [
  ["len(5)", "TypeError: object of type 'int' has no len()"],
  ["next(5)", "TypeError: 'int' object is not an iterator"],
  ["chr(-1)", "ValueError: chr() arg not in range(0x110000)"],
  ['ord("ab")', "TypeError: ord() expected a character, but string of length 2 found"],
  ['sum(["a"], "")', "TypeError: sum() can't sum strings [use ''.join(seq) instead]"],
  [
    "max(1, 2, default=3)",
    "TypeError: Cannot specify a default for max() with multiple positional arguments",
  ],
  ["vars(5)", "TypeError: vars() argument must have __dict__ attribute"],
  ["issubclass(1, int)", "TypeError: issubclass() arg 1 must be a class"],
  ["sorted()", "TypeError: sorted expected 1 argument, got 0"],
];

test.each(errors)("%s raises %s", (expression, message) => {
  expect(run(expression).errors.trimEnd().split("\n").at(-1)).toBe(message);
});

test.each([
  ["3.11", "max() arg is an empty sequence"],
  ["3.12", "max() iterable argument is empty"],
])("max of nothing raises ValueError in the words of %s", (profile, message) => {
  expect(run("max([])", profile).errors).toContain(`ValueError: ${message}\n`);
});

test.each([
  ["3.11", "0.9999999999999999"],
  ["3.12", "1.0"],
])("sum of ten 0.1 in %s is %s", (profile, text) => {
  expect(linesOf("print(sum([0.1] * 10))", profile)).toEqual([text]);
});

test("min keeps the best item so far and releases each other one at once", () => {
  const source = `
class D:
    def __init__(self, n): self.n = n
    def __del__(self): print("-%d" % self.n, end=" ")
    def __lt__(self, other): return self.n < other.n
    __gt__ = lambda self, other: self.n > other.n
m = min(D(i) for i in range(3)); print("min", end=" "); del m; print()
m = max(D(i) for i in range(3)); print("max", end=" "); del m; print()
`;
  expect(linesOf(source)).toEqual(["-1 -2 min -0 ", "-0 -1 max -2 "]);
});

test("locals tells the variables of a function, globals and vars the names of the module", () => {
  const source = `
def f(a, b=2):
    c = 3
    return sorted(locals().items())
print(f(1), globals() is vars(), "f" in globals(), locals() is globals())
`;
  expect(linesOf(source)).toEqual(["[('a', 1), ('b', 2), ('c', 3)] True True True"]);
});

test("dir of an object tells its own names and those of its class", () => {
  const source = `
class C:
    z = 1
    def __init__(self): self.a = 1
print([name for name in dir(C()) if not name.startswith("__")])
`;
  expect(linesOf(source)).toEqual(["['a', 'z']"]);
});
