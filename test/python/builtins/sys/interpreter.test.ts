import { expect, test } from "vitest";
import { linesOf, run } from "../output-of";

test.each(["3.8", "3.12", "3.13"])("sys tells the release that the profile %s was measured on", (profile) => {
  const source = `
import sys
v = sys.version_info
print("%d.%d" % v[:2], v.major, v >= (3, 8), v[3], repr(v).startswith("sys.version_info(major=3, minor="))
`;
  expect(linesOf(source, profile)).toEqual([`${profile} 3 True final True`]);
});

test("exc_info tells type, value and traceback inside a handler, and nothing outside", () => {
  const source = `
import sys
try: 1 / 0
except ZeroDivisionError as e: print([type(o).__name__ for o in sys.exc_info()], sys.exc_info()[1] is e)
print(sys.exc_info())
`;
  expect(linesOf(source)).toEqual(["['type', 'ZeroDivisionError', 'traceback'] True", "(None, None, None)"]);
});

test("_getframe gives the frames outwards, and refuses to go too far", () => {
  const source = `
import sys
def f(): return sys._getframe().f_code.co_name, sys._getframe(1).f_code.co_name
print(f())
try: sys._getframe(99)
except ValueError as e: print(e)
`;
  expect(linesOf(source)).toEqual(["('f', '<module>')", "call stack is not deep enough"]);
});

test("equal texts that are interned are one object", () => {
  expect(
    linesOf('import sys\nprint(sys.intern("".join(["a ", "b"])) is sys.intern("".join(["a", " b"])))'),
  ).toEqual(["True"]);
});

test("a lower recursion limit is reached sooner, and one below the depth is refused", () => {
  const source = `
import sys
def depth(n):
    try: return depth(n + 1)
    except RecursionError: return n
sys.setrecursionlimit(100); print(depth(0) < 100, sys.getrecursionlimit())
try: sys.setrecursionlimit(0)
except ValueError as e: print(e)
`;
  expect(linesOf(source)).toEqual(["True 100", "recursion limit must be greater or equal than 1"]);
});

test("sys.exit ends the program with its code", () => {
  expect(run("import sys\nsys.exit(3)").exitCode).toBe(3);
  expect(run("import sys\nsys.exit()").exitCode).toBe(0);
  expect(run('import sys\nsys.exit("why")')).toMatchObject({ exitCode: 1, errors: "why\n" });
});
