import { expect, test } from "vitest";
import { deduceUnreachable } from "../../../lib/dist/sim/gc/deduce-unreachable";
import { HeapState } from "../../../lib/dist/sim/heap/heap-state";
import { decref } from "../../../lib/dist/sim/heap/refcount";
import { append, createList } from "../../../lib/dist/sim/objects/list";
import { profileOf } from "../../../lib/dist/sim/profile";
import { Field, Place } from "../../../lib/sim/heap/memory-map";

/** The objects of a list, in order. */
function items(h: HeapState, list: number): number[] {
  const found: number[] = [];
  for (let o = h.memory[list + Field.GC_NEXT] ?? 0; o !== list; o = h.memory[o + Field.GC_NEXT] ?? 0)
    found.push(o);
  return found;
}

test("what is referenced only from inside is moved, in order; what is reachable stays", () => {
  const h = new HeapState(profileOf("3.13"));
  const [a, b, named, own] = [createList(h), createList(h), createList(h), createList(h)];
  append(h, a, b);
  append(h, b, a);
  append(h, own, own);
  for (const o of [a, b, own]) decref(h, o);
  expect(deduceUnreachable(h, Place.GENERATION_0, Place.UNREACHABLE)).toBe(3);
  expect(items(h, Place.GENERATION_0)).toEqual([named]);
  expect(items(h, Place.UNREACHABLE)).toEqual([a, b, own]);
});

test("an object set aside too early is pulled back by the first one that reaches it", () => {
  const h = new HeapState(profileOf("3.13"));
  // Tail first: the walk meets each of them before it meets what refers to it.
  const [tail, middle, head] = [createList(h), createList(h), createList(h)];
  append(h, head, middle);
  append(h, middle, tail);
  for (const o of [tail, middle]) decref(h, o);
  expect(deduceUnreachable(h, Place.GENERATION_0, Place.UNREACHABLE)).toBe(0);
  expect(items(h, Place.GENERATION_0)).toEqual([head, middle, tail]);
  expect(items(h, Place.UNREACHABLE)).toEqual([]);
});
