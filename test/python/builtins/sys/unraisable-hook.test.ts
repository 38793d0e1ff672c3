import { expect, test } from "vitest";
import { run } from "../output-of";

const told = (source: string): string[] =>
  run(source)
    .errors.replaceAll(/0x[0-9a-f]{12}/g, "0x...")
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("    "));

test("an error of __del__ is told with the function, and the program goes on", () => {
  const source = `
class D:
    def __del__(self): raise ValueError("boom")
D()
print("after")
`;
  expect(run(source).out).toBe("after\n");
  expect(told(source)).toEqual([
    "Exception ignored in: <function D.__del__ at 0x...>",
    "Traceback (most recent call last):",
    '  File "test.py", line 3, in __del__',
    "ValueError: boom",
  ]);
});

test("an error of a callback without a frame of its own is told with the place where the object died", () => {
  const source = `
import weakref
class S: pass
x = S(); r = weakref.ref(x, len)
del x
`;
  expect(told(source).slice(0, 3)).toEqual([
    "Exception ignored in: <built-in function len>",
    "Traceback (most recent call last):",
    '  File "test.py", line 5, in <module>',
  ]);
});

test("what it came from is not told, and a repr that fails neither", () => {
  const source = `
class Bad:
    def __repr__(self): raise ValueError
    def __call__(self, ref):
        try: 1 / 0
        except ZeroDivisionError as e: raise KeyError("k") from e
import weakref
class S: pass
x = S(); r = weakref.ref(x, Bad())
del x
`;
  expect(told(source)).toEqual([
    "Exception ignored in: <object repr() failed>",
    "Traceback (most recent call last):",
    '  File "test.py", line 6, in __call__',
    "KeyError: 'k'",
  ]);
});

test("a hook of the program is told instead", () => {
  const source = `
import sys
def hook(args): print("hook", args.exc_type.__name__, args.exc_value, args.err_msg, args.object.__name__)
sys.unraisablehook = hook
class D:
    def __del__(self): raise ValueError("boom")
D()
`;
  expect(run(source)).toMatchObject({ out: "hook ValueError boom None __del__\n", errors: "" });
});
