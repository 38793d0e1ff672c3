import { expect, test } from "vitest";
import { append, merge, move, moveRun, remove, size } from "../../../lib/dist/sim/gc/gc-list";
import { Field } from "../../../lib/sim/heap/memory-map";

/** Two empty lists at 100 and 200 in a memory of their own. */
function twoLists(): Int32Array {
  const memory = new Int32Array(1000);
  for (const head of [100, 200]) memory[head + Field.GC_NEXT] = memory[head + Field.GC_PREV] = head;
  return memory;
}

/** The objects of a list, and the same backwards to see that the links agree. */
function items(memory: Int32Array, list: number): number[] {
  const forward: number[] = [];
  for (let o = memory[list + Field.GC_NEXT] ?? 0; o !== list; o = memory[o + Field.GC_NEXT] ?? 0)
    forward.push(o);
  const backward: number[] = [];
  for (let o = memory[list + Field.GC_PREV] ?? 0; o !== list; o = memory[o + Field.GC_PREV] ?? 0)
    backward.push(o);
  expect(backward.reverse()).toEqual(forward);
  return forward;
}

test("a list keeps the order in which objects were linked", () => {
  const memory = twoLists();
  for (const o of [300, 320, 310]) append(memory, 100, o);
  expect(items(memory, 100)).toEqual([300, 320, 310]);
  expect(size(memory, 100)).toBe(3);
  remove(memory, 320);
  expect(items(memory, 100)).toEqual([300, 310]);
});

test("move puts an object at the tail of the other list", () => {
  const memory = twoLists();
  for (const o of [300, 310]) append(memory, 100, o);
  append(memory, 200, 400);
  move(memory, 300, 200);
  expect([items(memory, 100), items(memory, 200)]).toEqual([[310], [400, 300]]);
});

test("a run of neighbours moves in its order", () => {
  const memory = twoLists();
  for (const o of [300, 310, 320, 330]) append(memory, 100, o);
  append(memory, 200, 400);
  moveRun(memory, 310, 320, 200);
  expect([items(memory, 100), items(memory, 200)]).toEqual([
    [300, 330],
    [400, 310, 320],
  ]);
});

test("merge empties one list behind the other; an empty one adds nothing", () => {
  const memory = twoLists();
  append(memory, 100, 300);
  append(memory, 200, 400);
  merge(memory, 100, 200);
  expect([items(memory, 100), items(memory, 200)]).toEqual([[], [400, 300]]);
  merge(memory, 100, 200);
  expect(items(memory, 200)).toEqual([400, 300]);
});
