import { expect, test } from "vitest";
import { subtractRefs } from "../../../lib/dist/sim/gc/subtract-refs";
import { updateRefs } from "../../../lib/dist/sim/gc/update-refs";
import { HeapState } from "../../../lib/dist/sim/heap/heap-state";
import { decref } from "../../../lib/dist/sim/heap/refcount";
import { append, createList } from "../../../lib/dist/sim/objects/list";
import { profileOf } from "../../../lib/dist/sim/profile";
import { Field, gcRefsAt, Place } from "../../../lib/sim/heap/memory-map";

test("after update_refs each gc_refs is the count, after subtract_refs what comes from outside", () => {
  // The graph of CPython's own explanation: a ring of three, one of them named, and one that holds itself.
  const h = new HeapState(profileOf("3.13"));
  const [l1, l2, l3, l4] = [createList(h), createList(h), createList(h), createList(h)];
  append(h, l1, l2);
  append(h, l2, l3);
  append(h, l3, l1);
  append(h, l4, l4);
  for (const o of [l2, l3, l4]) decref(h, o);
  const gcRefs = () => [l1, l2, l3, l4].map((o) => h.memory[gcRefsAt(h.memory, o)]);
  updateRefs(h.memory, Place.GENERATION_0);
  expect(gcRefs()).toEqual([2, 1, 1, 1]);
  subtractRefs(h.memory, Place.GENERATION_0);
  expect(gcRefs()).toEqual([1, 0, 0, 0]);
});

test("a reference to an object of another generation is not subtracted from it", () => {
  const h = new HeapState(profileOf("3.13"));
  const young = createList(h);
  append(h, young, createList(h));
  const inner = h.memory[h.memory[young + Field.START] ?? 0] ?? 0;
  h.memory[Place.GENERATION_0 + Field.GC_PREV] = young;
  h.memory[young + Field.GC_NEXT] = Place.GENERATION_0;
  const before = h.memory[gcRefsAt(h.memory, inner)];
  updateRefs(h.memory, Place.GENERATION_0);
  subtractRefs(h.memory, Place.GENERATION_0);
  expect(h.memory[gcRefsAt(h.memory, inner)]).toBe(before);
});
