import { expect, test } from "vitest";
import { linesOf, run } from "../output-of";

test("get_objects lists the tracked objects of a generation, and the new list does not list itself", () => {
  const source = `
import gc
class C: pass
gc.collect(); gc.disable()
c = C()
found = gc.get_objects()
print([o is c for o in found if type(o) is C], any(o is found for o in found))
print([any(o is c for o in gc.get_objects(generation=g)) for g in range(3)])
gc.collect(0)
print([any(o is c for o in gc.get_objects(generation=g)) for g in range(3)])
`;
  expect(linesOf(source)).toEqual(["[True] False", "[True, False, False]", "[False, True, False]"]);
});

test("get_referrers tells who holds an object, and not the tuple of its own arguments", () => {
  const source = `
import gc
class C: pass
c = C(); c.x = x = []
print([type(o).__name__ for o in gc.get_referrers(x) if o is not globals()], gc.get_referrers(c) == [globals()])
`;
  expect(linesOf(source)).toEqual(["['C'] True"]);
});

test("get_referents tells what an object holds, in the order of its traversal", () => {
  expect(linesOf("import gc\nprint(gc.get_referents([1, 2], {3: 4}, (5,)))")).toEqual(["[2, 1, 4, 3, 5]"]);
});

test("frozen objects are in no generation until they are unfrozen", () => {
  const source = `
import gc
class C: pass
c = C()
gc.freeze(); print(gc.get_freeze_count() > 0, any(o is c for o in gc.get_objects()))
gc.unfreeze(); print(gc.get_freeze_count(), any(o is c for o in gc.get_objects(2)))
`;
  expect(linesOf(source)).toEqual(["True False", "0 True"]);
});

test("is_finalized says whether the finalizer has run, and does not exist in 3.8", () => {
  const source = `
import gc
class C:
    def __del__(self):
        global kept
        kept = self
c = C(); print(gc.is_finalized(c)); del c; print(gc.is_finalized(kept))
`;
  expect(linesOf(source)).toEqual(["False", "True"]);
  expect(run(source, "3.8").errors).toContain("module 'gc' has no attribute 'is_finalized'");
});
