import fc from "fast-check";
import { expect, test } from "vitest";
import { arenaMap, blocksOf } from "../../../lib/dist/sim/alloc/arena-map";
import { checkAllocator } from "../../../lib/dist/sim/alloc/check-allocator";
import { free, malloc, realloc } from "../../../lib/dist/sim/alloc/malloc";
import { mallocStats } from "../../../lib/dist/sim/alloc/malloc-stats";
import { memoryInUse } from "../../../lib/dist/sim/alloc/memory-in-use";
import { Pymalloc } from "../../../lib/dist/sim/alloc/pymalloc";
import { profileOf } from "../../../lib/dist/sim/profile";

const rules = profileOf("3.13").allocator;
const MIB = 1024 * 1024;

function allocate(m: Pymalloc, count: number, sizeBytes: number): number[] {
  return Array.from({ length: count }, () => malloc(m, sizeBytes));
}

test("the block freed last is the first one used: a new object gets the address of the dead one", () => {
  const m = new Pymalloc(rules);
  const [a, b, c] = allocate(m, 3, 88);
  free(m, a!);
  free(m, c!);
  expect(allocate(m, 3, 96)).toEqual([c, a, c! + 6]);
  expect(b).toBe(a! + 6);
});

test("a pool of 16 KiB holds 170 blocks of 96 bytes after its header of 48; the 171st opens another pool", () => {
  const m = new Pymalloc(rules);
  const blocks = allocate(m, 171, 88);
  expect(blocks[169]! - blocks[0]!).toBe((169 * 96) / 16);
  expect(blocks[170]! - blocks[0]!).toBe((16 * 1024) / 16);
});

test("a block freed in a full pool is used before the pool that came after it", () => {
  const m = new Pymalloc(rules);
  const blocks = allocate(m, 171, 88);
  free(m, blocks[5]!);
  expect(malloc(m, 88)).toBe(blocks[5]);
});

test("a pool that becomes free serves any size class", () => {
  const m = new Pymalloc(rules);
  const small = malloc(m, 16);
  free(m, small);
  expect(malloc(m, 512)).toBe(small);
});

test("an arena of 1 MiB has 64 pools, or 63 when it does not begin at a multiple of the pool size", () => {
  for (const [arenaAligned, pools] of [
    [true, 64],
    [false, 63],
  ] as const) {
    const m = new Pymalloc(rules, { arenaAligned });
    allocate(m, pools * 31, 512);
    expect(m.arenasMapped).toBe(1);
    malloc(m, 512);
    expect(m.arenasMapped).toBe(2);
  }
});

test("memory is mapped by arenas and becomes resident by pages: 193 bytes for each pair of the leak loop", () => {
  const m = new Pymalloc(rules);
  allocate(m, 2 * 5440, 88);
  expect(memoryInUse(m)).toMatchObject({ arenas: 1, mappedBytes: MIB, residentBytes: MIB });
  malloc(m, 88);
  expect(memoryInUse(m)).toMatchObject({ arenas: 2, mappedBytes: 2 * MIB, residentBytes: MIB + 4096 });
});

test("pymalloc writes a link into the next block already: the page after the last block is resident", () => {
  const m = new Pymalloc(rules);
  // 48 bytes of header and 255 blocks of 48 bytes are three pages.
  allocate(m, 254, 48);
  expect(memoryInUse(m).residentBytes).toBe(3 * 4096);
  malloc(m, 48);
  expect(memoryInUse(m).residentBytes).toBe(4 * 4096);
});

test("a freed block stays resident, and so does a freed pool, until its arena goes back", () => {
  const m = new Pymalloc(rules);
  const blocks = allocate(m, 64 * 170 + 1, 96);
  for (const block of blocks.slice(1, -1)) free(m, block);
  expect(memoryInUse(m)).toMatchObject({ arenas: 2, residentBytes: MIB + 4096 });
  free(m, blocks[0]!);
  expect(memoryInUse(m)).toMatchObject({ arenas: 1, residentBytes: 4096 });
});

test("the last usable arena stays when it becomes free from 3.9 on, and goes back on 3.8", () => {
  const kept = new Pymalloc(rules);
  free(kept, malloc(kept, 88));
  expect(kept.arenasMapped).toBe(1);
  const given = new Pymalloc({ ...profileOf("3.8").allocator, keepsLastArena: false });
  free(given, malloc(given, 88));
  expect(memoryInUse(given)).toMatchObject({ arenas: 0, mappedBytes: 0, residentBytes: 0 });
});

test("a new pool comes from the usable arena with the fewest free pools", () => {
  const m = new Pymalloc(rules);
  const blocks = allocate(m, 3 * 64 * 31, 512);
  const pool = (arena: number, k: number) => blocks.slice((arena * 64 + k) * 31, (arena * 64 + k + 1) * 31);
  for (const block of [...pool(0, 0), ...pool(0, 1), ...pool(1, 7), ...pool(2, 0), ...pool(2, 1)])
    free(m, block);
  // In its new pool a block begins where the first block of the old one did.
  expect(malloc(m, 16)).toBe(pool(1, 7)[0]);
  expect(malloc(m, 32)).toBe(pool(2, 1)[0]);
});

test("realloc keeps the block while it fits and at most a quarter of it is unused", () => {
  const m = new Pymalloc(rules);
  const block = malloc(m, 100);
  expect(realloc(m, block, 112)).toBe(block);
  expect(realloc(m, block, 85)).toBe(block);
  const smaller = realloc(m, block, 84);
  expect(smaller).not.toBe(block);
  expect(mallocStats(m).classes[6]).toEqual({ classBytes: 112, pools: 0, blocksInUse: 0, blocksFree: 0 });
  expect(realloc(m, smaller, 600)).toBeLessThan(0);
});

test("the map of the arenas shows full, used and free pools, and the blocks of a pool", () => {
  const m = new Pymalloc(rules);
  const blocks = allocate(m, 31 + 3, 512);
  free(m, blocks[32]!);
  const [{ arena, pools }] = arenaMap(m) as [ReturnType<typeof arenaMap>[number]];
  expect(pools.slice(0, 3)).toEqual([
    { classBytes: 512, blocksInUse: 31, blocks: 31 },
    { classBytes: 512, blocksInUse: 2, blocks: 31 },
    { classBytes: 0, blocksInUse: 0, blocks: 0 },
  ]);
  expect(blocksOf(m, arena, 1).slice(0, 4)).toEqual([true, false, true, false]);
  expect(blocksOf(m, arena, 2)).toEqual([]);
});

test("whatever is asked for and freed, no two blocks overlap and every count holds", () => {
  const step = fc.record({
    slot: fc.nat(59),
    sizeBytes: fc.oneof(fc.integer({ min: 1, max: 512 }), fc.nat(300_000)),
  });
  const program = fc.array(step, { minLength: 50, maxLength: 400 });
  fc.assert(
    fc.property(program, fc.boolean(), fc.boolean(), (steps, arenaAligned, keepsLastArena) => {
      const m = new Pymalloc({ ...profileOf("3.8").allocator, keepsLastArena }, { arenaAligned });
      const held = new Map<number, readonly [address: number, sizeBytes: number]>();
      for (const { slot, sizeBytes } of steps) {
        const [address, oldBytes] = held.get(slot) ?? [0, 0];
        const newBytes = Math.max(1, sizeBytes);
        if (address === 0) held.set(slot, [malloc(m, newBytes), newBytes]);
        else if (oldBytes % 2 === 0) held.set(slot, [realloc(m, address, newBytes), newBytes]);
        else if (held.delete(slot)) free(m, address);
      }
      checkAllocator(m);
      expectApart([...held.values()]);
      expect(memoryInUse(m).blocks).toBe(held.size);
      for (const [address] of held.values()) free(m, address);
      checkAllocator(m);
      expect(memoryInUse(m)).toMatchObject({ blocks: 0, usedBytes: 0 });
    }),
    { numRuns: 60 },
  );
});

function expectApart(blocks: readonly (readonly [address: number, sizeBytes: number])[]): void {
  const inOrder = [...blocks].sort((one, other) => one[0] - other[0]);
  for (const [k, [address, sizeBytes]] of inOrder.entries())
    expect(address + sizeBytes / 16).toBeLessThanOrEqual(inOrder[k + 1]?.[0] ?? 2 ** 31);
}
