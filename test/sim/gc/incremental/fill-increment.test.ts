import { expect, test } from "vitest";
import { collectFull } from "../../../../lib/sim/gc/incremental/collect-full";
import { fillIncrement } from "../../../../lib/sim/gc/incremental/fill-increment";
import { pendingList } from "../../../../lib/sim/gc/incremental/space";
import { Place } from "../../../../lib/sim/heap/memory-map";
import { emptyHeap, onList, ringOf } from "./island";

test("an increment is all young objects and as many pending ones as there is work", () => {
  const h = emptyHeap();
  const old = Array.from({ length: 10 }, () => ringOf(h, 1)).flat();
  collectFull(h);
  const young = ringOf(h, 3);
  h.incremental.workToDo = 7;
  expect(fillIncrement(h)).toBe(7);
  expect(onList(h, Place.INCREMENT)).toEqual([...young, ...old.slice(0, 4)]);
  expect(onList(h, pendingList(h))).toEqual(old.slice(4));
});

test("a pending cycle comes whole, even when it is larger than the work", () => {
  const h = emptyHeap();
  const ring = ringOf(h, 1000);
  const other = ringOf(h, 1000);
  collectFull(h);
  h.incremental.workToDo = 1;
  expect(fillIncrement(h)).toBe(1000);
  expect(onList(h, Place.INCREMENT)).toEqual(ring);
  expect(onList(h, pendingList(h))).toEqual(other);
});

test("start-up objects that marking does not reach fill it up last", () => {
  const h = emptyHeap();
  h.incremental.startupPending = 100;
  const ring = ringOf(h, 2);
  collectFull(h);
  h.incremental.startupPending = 100;
  h.incremental.workToDo = 30;
  expect(fillIncrement(h)).toBe(30);
  expect(onList(h, Place.INCREMENT)).toEqual(ring);
  expect(h.incremental.startupPending).toBe(72);
});
