import { expect, test } from "vitest";
import { Heap } from "../../../lib/dist";

test("a fresh heap holds nothing of the program's", () => {
  for (const version of ["3.11", "3.13"])
    expect(new Heap(version).usage()).toEqual({ liveObjects: 0, trackedObjects: 0, bytes: 0 });
});

test("atoms are alive but not tracked; what dies is counted no more", () => {
  const heap = new Heap();
  const list = heap.list();
  const text = heap.str("text");
  expect(heap.usage()).toMatchObject({ liveObjects: 2, trackedObjects: 1 });
  heap.append(list, text);
  heap.decref(text);
  heap.decref(list);
  expect(heap.usage()).toEqual({ liveObjects: 0, trackedObjects: 0, bytes: 0 });
});

test("a list that grows takes more memory", () => {
  const heap = new Heap();
  const list = heap.list();
  const before = heap.usage().bytes;
  for (let n = 0; n < 4; n++) heap.append(list, heap.none);
  expect(heap.usage().bytes - before).toBe(16384 / Math.floor((16384 - 48) / 32));
});
