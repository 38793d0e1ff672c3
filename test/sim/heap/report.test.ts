import { expect, test } from "vitest";
import { Heap } from "../../../lib/dist";
import type { HeapEvent } from "../../../lib/sim/event";

/** A pair that refer to each other, given up and collected. */
function pairStory(heap: Heap): void {
  const C = heap.class("C");
  const [a, b] = [heap.instance(C), heap.instance(C)];
  heap.setattr(a, "b", b);
  heap.setattr(b, "a", a);
  heap.decref(a);
  heap.decref(b);
  heap.collect();
}

test("every step is told as it happens: the subtraction before the death that it causes", () => {
  const heap = new Heap();
  const events: HeapEvent[] = [];
  heap.observe((event) => events.push(event));
  const inner = heap.list();
  const outer = heap.list([inner]);
  heap.decref(inner);
  heap.decref(outer);
  expect(events).toEqual([
    { kind: "create", id: inner.id, type: "list", sizeBytes: 56 },
    { kind: "create", id: outer.id, type: "list", sizeBytes: 56 },
    { kind: "incref", id: inner.id, refcnt: 2 },
    { kind: "decref", id: inner.id, refcnt: 1 },
    { kind: "decref", id: outer.id, refcnt: 0 },
    { kind: "dealloc", id: outer.id },
    { kind: "decref", id: inner.id, refcnt: 0 },
    { kind: "dealloc", id: inner.id },
  ]);
});

test("a collection tells when it begins and ends, and what it found", () => {
  const heap = new Heap();
  const events: HeapEvent[] = [];
  heap.observe((event) => events.push(event));
  pairStory(heap);
  expect(events.filter(({ kind }) => kind.startsWith("collect"))).toEqual([
    { kind: "collect-start", generation: 2 },
    { kind: "collect-stop", generation: 2, collected: 2 },
  ]);
});

test("the events alone tell every count: each step is one more or one less than the step before", () => {
  const heap = new Heap();
  const counts = new Map<number, number>();
  heap.observe((event) => {
    if (event.kind === "create") counts.set(event.id, 1);
    else if (event.kind === "incref" || event.kind === "decref") {
      const step = event.kind === "incref" ? 1 : -1;
      expect(event.refcnt).toBe((counts.get(event.id) ?? Number.NaN) + step);
      counts.set(event.id, event.refcnt);
    } else if (event.kind === "dealloc") expect(counts.get(event.id)).toBe(0);
  });
  pairStory(heap);
  expect([...counts.values()].slice(-2)).toEqual([0, 0]);
});

test("nothing is told when nobody listens, nor of an immortal object", () => {
  const heap = new Heap("3.13");
  const events: HeapEvent[] = [];
  heap.observe((event) => events.push(event));
  heap.bind("x", heap.none);
  heap.unbind("x");
  heap.observe(null);
  heap.list();
  expect(events).toEqual([]);
});

test("listening changes nothing", () => {
  const [watched, alone] = [new Heap(), new Heap()];
  watched.observe(() => {});
  for (const heap of [watched, alone]) {
    for (let n = 0; n < 2000; n++) pairStory(heap);
  }
  expect(watched.usage()).toEqual(alone.usage());
  expect(watched.gc.getCount()).toEqual(alone.gc.getCount());
  expect(watched.list().id).toBe(alone.list().id);
});
