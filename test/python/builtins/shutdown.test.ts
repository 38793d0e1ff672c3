import { expect, test } from "vitest";
import { linesOf, run } from "./output-of";

const CLASS = `
class D:
    def __init__(self, n): self.n = n
    def __del__(self): print(self.n, end=" ")
b = D("b"); a = D("a"); _u = D("_u"); box = [D("i0"), D("i1")]; z = D("z"); b = D("b2")
def f(): pass
`;

test("a module with a function is garbage of the last collection, which reaches its objects in the order of its dict", () => {
  expect(run(CLASS).out).toBe("b b2 a _u z i1 i0 ");
});

test("with the collector off they are finalized in order of creation", () => {
  expect(run(`import gc; gc.collect(); gc.disable()${CLASS}`).out).toBe("b a _u i0 i1 z b2 ");
});

test("every name of the module is still bound when the first __del__ runs", () => {
  const source = `
class D:
    def __del__(self): print(sorted(k for k in globals() if k in ("first", "second", "f") and globals()[k]))
first = D(); second = D()
def f(): pass
`;
  expect(linesOf(source)).toEqual(["['f', 'first', 'second']", "['f', 'first', 'second']"]);
});

test("a suspended generator runs its finally block", () => {
  const source = `
def g():
    try: yield
    finally: print("finally")
it = g(); next(it)
`;
  expect(linesOf(source)).toEqual(["finally"]);
});

test("a module that something keeps alive has its names set to None, those with an underscore first", () => {
  const source = `
import sys
class D:
    def __init__(self, n): self.n = n
    def __del__(self): print(self.n)
sys.kept = sys.modules["__main__"]
a = D("a"); _b = D("_b")
`;
  expect(linesOf(source)).toEqual(["_b", "a"]);
});

test("an object in sys dies with the names of sys", () => {
  const source = `
import sys
class D:
    def __init__(self, write): self.write = write
    def __del__(self): self.write("in sys\\n")
sys.d = D(sys.stdout.write)
`;
  expect(linesOf(source)).toEqual(["in sys"]);
});

test("the last collection calls no callbacks, the one before it does", () => {
  const source = `
import gc
write = print
gc.callbacks.append(lambda phase, info: write(phase))
`;
  expect(linesOf(source)).toEqual(["start", "stop"]);
});

test("an exception that has ended the program keeps its frames until the modules go, after the first collection", () => {
  const source = `
import atexit, gc
class D:
    def __del__(self): print("del")
def f():
    d = D()
    raise ValueError
atexit.register(print, "atexit")
gc.callbacks.append(lambda phase, info: print(phase))
f()
`;
  expect(run(source).out).toBe("atexit\nstart\nstop\ndel\n");
});
