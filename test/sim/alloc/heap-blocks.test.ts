import { expect, test } from "vitest";
import { BadArgumentError, Heap } from "../../../lib/dist";
import { checkAllocator } from "../../../lib/dist/sim/alloc/check-allocator";
import { modelBlocks } from "../../../lib/dist/sim/alloc/heap-blocks";
import { memoryInUse } from "../../../lib/dist/sim/alloc/memory-in-use";
import { collectOnRequest } from "../../../lib/dist/sim/gc/collect-on-request";
import { HeapState } from "../../../lib/dist/sim/heap/heap-state";
import { LeakLoop } from "../../../lib/dist/sim/leak-loop";
import { createClass } from "../../../lib/dist/sim/objects/class";
import { profileOf } from "../../../lib/dist/sim/profile";

const versions = ["3.8", "3.10", "3.11", "3.12", "3.13"];

function blocks(heap: Heap): number {
  return heap.allocator.memory().blocks;
}

test("a new object has the address of the one of its size that died last", () => {
  for (const version of versions) {
    const heap = new Heap(version, { blocks: true });
    const [a, b] = [heap.bytes(20), heap.bytes(20)];
    const [atA, atB] = [heap.allocator.address(a), heap.allocator.address(b)];
    heap.decref(b);
    heap.decref(a);
    expect([heap.bytes(20), heap.bytes(20)].map((o) => heap.allocator.address(o))).toEqual([atA, atB]);
  }
});

test("the object whose allocation starts a collection has its block already: the garbage's go to the next ones", () => {
  for (const version of versions) {
    const heap = new Heap(version, { blocks: true });
    const cls = heap.class("C");
    const fill = Array.from({ length: 100 }, () => heap.instance(cls));
    heap.gc.collect();
    const garbage = new Set<string | undefined>();
    for (let k = 0; k < 20; k++) {
      const [a, b] = [heap.instance(cls), heap.instance(cls)];
      for (const o of [a, b]) garbage.add(heap.allocator.address(o));
      heap.setattr(a, "o", b);
      heap.setattr(b, "o", a);
      heap.decref(a);
      heap.decref(b);
    }
    heap.gc.setThreshold(1);
    const [x, y] = [heap.instance(cls), heap.instance(cls)];
    expect([x, y].map((o) => garbage.has(heap.allocator.address(o)))).toEqual([false, true]);
    expect(fill.length).toBe(100);
  }
});

test("whatever is made, grown, collected and freed: with the last object its last block is free", () => {
  for (const version of versions) {
    const heap = new Heap(version, { blocks: true });
    const cls = heap.class("C");
    heap.decref(heap.instance(cls));
    heap.collect();
    const before = blocks(heap);
    const list = heap.list();
    for (let n = 0; n < 3000; n++) {
      const value = n % 3 === 0 ? heap.tuple([]) : n % 3 === 1 ? heap.str(`${n}`) : heap.list();
      heap.append(list, value);
      heap.decref(value);
    }
    const large = heap.bytes(600);
    const huge = heap.tuple(Array.from({ length: 1000 }, () => list));
    expect(blocks(heap)).toBeGreaterThan(before + 2000);
    for (const o of [huge, large, list]) heap.decref(o);
    heap.collect();
    expect(blocks(heap)).toBe(before);
    heap.check();
  }
});

test("the leak loop's blocks are those of its live objects, and with the collector off it maps arena after arena", () => {
  for (const version of versions) {
    const loop = new LeakLoop(version, true);
    loop.start("off", [0, 0, 0]);
    const pymalloc = loop.h.blocks!;
    const before = memoryInUse(pymalloc);
    loop.run(20_000);
    checkAllocator(pymalloc);
    const grown = memoryInUse(pymalloc);
    expect(grown.blocks - before.blocks).toBeGreaterThanOrEqual(2 * 19_999);
    expect(grown.arenas).toBeGreaterThan(3);
    collectOnRequest(loop.h, 2);
    checkAllocator(pymalloc);
    expect(Math.abs(memoryInUse(pymalloc).blocks - before.blocks)).toBeLessThan(10);
    expect(memoryInUse(pymalloc).arenas).toBeLessThanOrEqual(before.arenas + 1);
  }
});

test("the model begins with the heap: a heap that has objects is refused", () => {
  const h = new HeapState(profileOf("3.13"));
  createClass(h, { name: "C" });
  expect(() => modelBlocks(h)).toThrow(BadArgumentError);
});

test("the next dict lies where a dict with entries died, and lists and tuples likewise", () => {
  for (const version of ["3.8", "3.11", "3.13"]) {
    const heap = new Heap(version, { blocks: true });
    const [key, value] = [heap.str("k"), heap.int(1)];
    const makers = [
      () => {
        const dict = heap.dict();
        heap.setitem(dict, key, value);
        return dict;
      },
      () => heap.list([key, value]),
      () => heap.tuple([key, value]),
    ];
    for (const make of makers) {
      const first = make();
      const address = heap.allocator.address(first);
      heap.decref(first);
      expect(address).toMatch(/^0x[0-9a-f]+$/);
      expect(heap.allocator.address(make())).toBe(address);
    }
    heap.check();
  }
});
