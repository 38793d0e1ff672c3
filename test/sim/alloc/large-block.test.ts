import { expect, test } from "vitest";
import { free, malloc, realloc } from "../../../lib/dist/sim/alloc/malloc";
import { memoryInUse } from "../../../lib/dist/sim/alloc/memory-in-use";
import { Pymalloc } from "../../../lib/dist/sim/alloc/pymalloc";
import { profileOf } from "../../../lib/dist/sim/profile";

const rules = profileOf("3.13").allocator;
const KIB = 1024;

test("513 bytes come from the C library's heap, outside of the arenas, in chunks of 8 bytes more", () => {
  const m = new Pymalloc(rules);
  const [a, b] = [malloc(m, 513), malloc(m, 600)];
  expect([a < 0, b < 0, b - a]).toEqual([true, true, 528 / 16]);
  expect(memoryInUse(m)).toMatchObject({ blocks: 2, arenas: 0, usedBytes: 528 + 608 });
});

test("freed neighbours become one chunk, which serves a larger request", () => {
  const m = new Pymalloc(rules);
  const [a, b, _] = [malloc(m, 1000), malloc(m, 1000), malloc(m, 1000)];
  free(m, a);
  free(m, b);
  expect(malloc(m, 2000)).toBe(a);
});

test("a chunk kept at the end keeps all of the heap resident; without it the end goes back", () => {
  const m = new Pymalloc(rules);
  const chunks = Array.from({ length: 1000 }, () => malloc(m, 10 * KIB));
  const full = memoryInUse(m).residentBytes;
  for (const chunk of chunks.slice(0, -1)) free(m, chunk);
  expect(memoryInUse(m).residentBytes).toBe(full);
  free(m, chunks.at(-1)!);
  expect(memoryInUse(m).residentBytes).toBeLessThanOrEqual(132 * KIB);
});

test("from 128 KiB on a block is mapped by itself, in pages, and goes back when it is freed", () => {
  const m = new Pymalloc(rules);
  const block = malloc(m, 128 * KIB);
  expect(memoryInUse(m)).toMatchObject({ mappedBytes: 132 * KIB, residentBytes: 132 * KIB });
  free(m, block);
  expect(memoryInUse(m)).toMatchObject({ mappedBytes: 0, residentBytes: 0 });
});

test("after a mapped block is freed, blocks up to its length come from the heap", () => {
  const m = new Pymalloc(rules);
  free(m, malloc(m, 1024 * KIB));
  const mapped = malloc(m, 1024 * KIB + 1);
  free(m, malloc(m, 1000 * KIB));
  // Less than twice that length at the end of the heap is kept.
  expect(memoryInUse(m).residentBytes).toBeGreaterThan(1024 * KIB + 1000 * KIB);
  free(m, mapped);
});

test("a mapped block that grows or shrinks never counts twice", () => {
  const m = new Pymalloc(rules);
  let block = malloc(m, 200 * KIB);
  for (const kib of [300, 5000, 140, 1]) {
    block = realloc(m, block, kib * KIB);
    expect(memoryInUse(m).residentBytes).toBe(Math.ceil((kib * KIB + 16) / 4096) * 4096);
  }
  free(m, block);
  expect(memoryInUse(m)).toMatchObject({ blocks: 0, mappedBytes: 0 });
});

test("a chunk that shrinks gives its end back", () => {
  const m = new Pymalloc(rules);
  const [a, _] = [malloc(m, 2000), malloc(m, 1000)];
  expect(realloc(m, a, 600)).toBe(a);
  expect(malloc(m, 1000)).toBe(a + 608 / 16);
});

test("when addresses have run out, the request is refused in two sentences and the allocator is as before", () => {
  const m = new Pymalloc(rules);
  const block = malloc(m, 10 * 2 ** 30);
  const before = memoryInUse(m);
  expect(() => malloc(m, 10 * 2 ** 30)).toThrow(
    "malloc: no room for another mapped block. Blocks of 128 KiB and more can take 16 GiB",
  );
  expect(memoryInUse(m)).toEqual(before);
  free(m, block);
});
