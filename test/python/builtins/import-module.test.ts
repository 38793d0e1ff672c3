import { expect, test } from "vitest";
import { linesOf, run } from "./output-of";

test("an unknown module raises ModuleNotFoundError", () => {
  expect(run("import nosuch.part").errors).toContain("ModuleNotFoundError: No module named 'nosuch'\n");
});

test("a module of the standard library that the simulator does not have is told apart, with those that there are", () => {
  expect(run("import re").errors).toContain(
    "ImportError: the simulator does not have the module 're'; it has atexit, builtins, contextlib, gc, sys, time, weakref\n",
  );
});

test("a part of a module that is no package is not found", () => {
  expect(run("import gc.x").errors).toContain(
    "ModuleNotFoundError: No module named 'gc.x'; 'gc' is not a package\n",
  );
});

test("a module is made once and found in sys.modules", () => {
  const source = `
import sys, gc
import gc as other
from gc import collect
print(gc is other, sys.modules["gc"] is gc, collect is gc.collect, sys.modules["__main__"].gc is gc)
del sys.modules["gc"]
import gc
print(gc is other)
`;
  expect(linesOf(source)).toEqual(["True True True True", "False"]);
});

test.each(["3.8", "3.11", "3.13"])("an import moves no counter of the collector of %s", (profile) => {
  const source = `
import gc
gc.collect(); gc.disable()
a = gc.get_count()
import weakref, contextlib
weakref.WeakValueDictionary; weakref.WeakSet; weakref.finalize; weakref.WeakMethod
print(gc.get_count()[0] - a[0], gc.collect())
`;
  expect(linesOf(source, profile)).toEqual(["1 0"]);
});

test("a module has no name that it was not given, and says so", () => {
  expect(run("import gc\ngc.foo").errors).toContain("AttributeError: module 'gc' has no attribute 'foo'\n");
  expect(run("from gc import foo").errors).toContain(
    "ImportError: cannot import name 'foo' from 'gc' (unknown location)\n",
  );
});

test("time.sleep returns at once, and there is no clock", () => {
  expect(linesOf("import time\nprint(time.sleep(100))")).toEqual(["None"]);
  expect(run("import time\ntime.perf_counter()").errors).toContain(
    "NotImplementedError: the simulator has no clock",
  );
});
