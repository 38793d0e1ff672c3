import { expect, test } from "vitest";
import { append as link, remove } from "../../../lib/dist/sim/gc/gc-list";
import { check } from "../../../lib/dist/sim/heap/check";
import { HeapState } from "../../../lib/dist/sim/heap/heap-state";
import { append, createList } from "../../../lib/dist/sim/objects/list";
import { profileOf } from "../../../lib/dist/sim/profile";
import { Field, GcRefs, gcRefsAt, Place, ShapeWord, State } from "../../../lib/sim/heap/memory-map";

/** A heap with a list that holds another; both are also held outside. */
function sound(): { h: HeapState; outer: number; inner: number; outside: Map<number, number> } {
  const h = new HeapState(profileOf("3.13"));
  const outer = createList(h);
  const inner = createList(h);
  append(h, outer, inner);
  const outside = new Map([
    [outer, 1],
    [inner, 1],
  ]);
  check(h, outside);
  return { h, outer, inner, outside };
}

test("a count that is not the number of references is found", () => {
  const { h, inner, outside } = sound();
  h.memory[inner + Field.REFCNT] = 3;
  expect(() => check(h, outside)).toThrow(
    `list at ${inner}: refcnt is 3 and 2 references to it exist. This does not hold; CPython would not notice.`,
  );
});

test("a reference to a dead object is found", () => {
  const { h, outer, inner, outside } = sound();
  h.memory[inner + Field.REFCNT] = 0;
  expect(() => check(h, outside)).toThrow(
    `list at ${outer}: nothing refers to an object that has been deallocated`,
  );
});

test("a reference held outside that the count does not know of is found", () => {
  const { h, outer, outside } = sound();
  outside.set(outer, 2);
  expect(() => check(h, outside)).toThrow("refcnt is 1 and 2 references to it exist");
});

test("a link that does not lead back is found", () => {
  const { h, inner, outside } = sound();
  h.memory[inner + Field.GC_PREV] = Place.GENERATION_2;
  expect(() => check(h, outside)).toThrow(`list at ${inner}: gcPrev and gcNext agree`);
});

test("a tracked object that is on no list is found", () => {
  const { h, inner, outside } = sound();
  remove(h.memory, inner);
  expect(() => check(h, outside)).toThrow(`list at ${inner}: an object is on a list if it is tracked`);
});

test("an object on the unreachable list between collections is found", () => {
  const { h, inner, outside } = sound();
  remove(h.memory, inner);
  link(h.memory, Place.UNREACHABLE, inner);
  expect(() => check(h, outside)).toThrow("the collector's own lists are empty between collections");
});

test("a gcRefs that a collection has left behind is found", () => {
  const { h, inner, outside } = sound();
  h.memory[gcRefsAt(h.memory, inner)] = GcRefs.TENTATIVELY_UNREACHABLE;
  expect(() => check(h, outside)).toThrow("gcRefs is used only inside a collection");
});

test("counters of objects and blocks that disagree with the objects are found", () => {
  const untracked = sound();
  untracked.h.memory[State.UNTRACKED] = 1;
  const live = sound();
  live.h.memory[(live.h.memory[live.inner + Field.SHAPE] ?? 0) + ShapeWord.LIVE] = 5;
  for (const { h, outside } of [untracked, live])
    expect(() => check(h, outside)).toThrow("own counts of objects and blocks disagree");
});
