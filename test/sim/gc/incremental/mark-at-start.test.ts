import { expect, test } from "vitest";
import { markAtStart } from "../../../../lib/sim/gc/incremental/mark-at-start";
import { pendingList, visitedList } from "../../../../lib/sim/gc/incremental/space";
import { Place } from "../../../../lib/sim/heap/memory-map";
import { bind, createNamespace } from "../../../../lib/sim/objects/namespace";
import { emptyHeap, onList, ringOf } from "./island";

test("what the names of a module reach goes to the visited space breadth first, each object counted once", () => {
  const h = emptyHeap();
  const main = createNamespace(h, "__main__");
  const ring = ringOf(h, 5);
  const [first, second, third, ...rest] = ring;
  bind(h, main, "first", ring[0] ?? 0);
  bind(h, main, "again", ring[2] ?? 0);
  expect(markAtStart(h)).toBe(5);
  expect(onList(h, visitedList(h))).toEqual([main.module, main.id, first, third, second, ...rest]);
  expect(onList(h, Place.GENERATION_0)).toEqual([]);
});

test("what only the caller of a function holds is marked through its frame", () => {
  const h = emptyHeap();
  const [ring, other] = [ringOf(h, 3), ringOf(h, 3)];
  h.incremental.visitFrames = (mark) => mark(ring[0] ?? 0);
  expect(markAtStart(h)).toBe(3);
  expect(onList(h, visitedList(h))).toEqual(ring);
  expect(onList(h, Place.GENERATION_0)).toEqual(other);
});

test("the marked start-up objects are taken from the work, and the collecting begins", () => {
  const h = emptyHeap();
  h.startupTracked = 20_000;
  expect(markAtStart(h)).toBe(20_000);
  expect(h.incremental).toMatchObject({ workToDo: -20_000, phase: "collect" });
  expect(onList(h, pendingList(h))).toEqual([]);
});
