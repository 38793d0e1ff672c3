import { expect, test } from "vitest";
import { linesOf, run } from "../output-of";

test("a collection returns how many objects it has found unreachable", () => {
  const source = `
import gc
gc.collect(); gc.disable()
l = []; l.append(l); del l
print(gc.collect(), gc.collect(), gc.isenabled())
`;
  expect(linesOf(source)).toEqual(["1 0 False"]);
});

test.each([
  ["gc.collect(7)", "ValueError: invalid generation"],
  [
    "gc.get_objects(3)",
    "ValueError: generation parameter must be less than the number of available generations (3)",
  ],
  ['gc.get_objects("x")', "TypeError: argument should be integer or None, not 'str'"],
  ['gc.set_threshold("a")', "TypeError: 'str' object cannot be interpreted as an integer"],
])("%s raises %s", (expression, message) => {
  expect(run(`import gc\n${expression}`).errors).toContain(`${message}\n`);
});

test("the thresholds that are left out stay", () => {
  const source = `
import gc
gc.set_threshold(5); a = gc.get_threshold()
gc.set_threshold(6, 7); print(a, gc.get_threshold())
`;
  expect(linesOf(source)).toEqual(["(5, 10, 10) (6, 7, 10)"]);
});

test("each kept container counts one, and the tuple of the first get_count too", () => {
  const source = `
import gc
gc.collect(); gc.disable()
a = gc.get_count(); l = []; b = gc.get_count(); s = set(); c = gc.get_count()
print(b[0] - a[0], c[0] - b[0])
`;
  expect(linesOf(source)).toEqual(["2 2"]);
});

test("gc.callbacks is a list, whose callables are told phase and info of each collection", () => {
  const source = `
import gc
gc.collect()
def told(phase, info): print(phase, sorted(info.items()))
gc.callbacks.append(told)
l = []; l.append(l); del l
gc.collect(1)
gc.callbacks.remove(told)
gc.collect()
`;
  expect(linesOf(source)).toEqual([
    "start [('collected', 0), ('generation', 1), ('uncollectable', 0)]",
    "stop [('collected', 1), ('generation', 1), ('uncollectable', 0)]",
  ]);
});

test("an error of a callback is told and does not stop the collection", () => {
  const source = `
import gc
gc.callbacks.append(lambda phase, info: 1 / 0)
print(gc.collect())
gc.callbacks.clear()
`;
  const { errors, out } = run(source);
  expect(out).toBe("0\n");
  expect(
    errors.split("\n").filter((line) => line.startsWith("Exception ignored in: <function <lambda> at 0x")),
  ).toHaveLength(2);
});

test("with DEBUG_SAVEALL garbage goes to gc.garbage and stays there", () => {
  const source = `
import gc
gc.collect(); gc.set_debug(gc.DEBUG_SAVEALL)
l = [1]; l.append(l); del l
print(gc.collect(), gc.garbage, gc.get_debug() == gc.DEBUG_SAVEALL)
gc.set_debug(0); gc.garbage.clear(); print(gc.collect(), gc.garbage)
`;
  expect(linesOf(source)).toEqual(["1 [[1, [...]]] True", "1 []"]);
});

test("get_stats counts collections and finds by generation", () => {
  const source = `
import gc
before = gc.get_stats()
l = []; l.append(l); del l
gc.collect(1)
print([{k: after[k] - b[k] for k in after} for b, after in zip(before, gc.get_stats())][1])
`;
  expect(linesOf(source)).toEqual(["{'collections': 1, 'collected': 1, 'uncollectable': 0}"]);
});
