import { expect, test } from "vitest";
import { linesOf } from "../output-of";

test("a finalizer is called when its object dies, once", () => {
  const source = `
import weakref
class T: pass
t = T(); f = weakref.finalize(t, print, "finalized", 1, end="!\\n")
print(f.alive, f.peek()[1] is print)
del t
print(f.alive, f(), f.peek())
`;
  expect(linesOf(source)).toEqual(["True True", "finalized 1!", "False None None"]);
});

test("a finalizer that was called or detached is not called again", () => {
  const source = `
import weakref
class T: pass
t = T(); f = weakref.finalize(t, lambda: "called"); print(f(), f.alive, f())
g = weakref.finalize(t, print, "never"); print(g.detach()[0] is t, g.alive)
del t
`;
  expect(linesOf(source)).toEqual(["called False None", "True False"]);
});

test("those left at the end are called newest first, among the calls of atexit, before the module's objects die", () => {
  const source = `
import weakref, atexit
class T:
    def __del__(self): print("del")
t = T()
atexit.register(print, "first")
weakref.finalize(t, print, "a"); weakref.finalize(t, print, "b")
weakref.finalize(t, print, "not at exit").atexit = False
atexit.register(print, "last")
`;
  expect(linesOf(source)).toEqual(["last", "b", "a", "first", "del"]);
});
