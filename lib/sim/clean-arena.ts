/** A place in memory from which what a program does to pools and arenas can be told: nothing older has a part in it. */

import { addressOf, type HeapBlocks } from "./alloc/heap-blocks";
import type { Pymalloc } from "./alloc/pymalloc";
import { SizeClass } from "./alloc/size-class";
import { createAtom } from "./heap/create";
import type { HeapState } from "./heap/heap-state";
import { Layout } from "./heap/memory-map";
import { builtinShape } from "./heap/shape";
import { Static } from "./objects/static-object";

/**
 * Fill all arenas of a heap with objects until a new one is mapped, and open a pool for each size class there, from the
 * largest down to the smallest. Mirrors `clean_arena` in `lib/cpython/memory_runs.py`.
 *
 * The heap models its blocks. After this, all older pools are full, and each size class has a pool with one block in
 * use. The objects live as long as the heap.
 *
 * @returns The allocator of the heap.
 */
export function cleanArena(h: HeapState): Pymalloc {
  const blocks = h.blocks!;
  const arena = firstArena(h, blocks);
  for (let granules = SizeClass.LARGEST - 1; granules >= 1; granules--) {
    let inside = false;
    while (!inside) inside = oneBlock(h, blocks, granules) >>> blocks.arenaShift === arena;
  }
  return blocks;
}

/** Make objects of the largest size class until one is the first block of a new arena. @returns that arena. */
function firstArena(h: HeapState, blocks: HeapBlocks): number {
  const mapped = blocks.arenasMapped;
  let address = 0;
  while (blocks.arenasMapped === mapped || (address & blocks.poolMask) !== blocks.poolHeaderGranules)
    address = oneBlock(h, blocks, SizeClass.LARGEST);
  return address >>> blocks.arenaShift;
}

/** Make an object that is one block of a size class. @returns its address. */
function oneBlock(h: HeapState, blocks: HeapBlocks, granules: number): number {
  const blockBytes = granules * SizeClass.GRANULE_BYTES;
  const shape = { type: Static.OBJECT_TYPE, length: 0, layout: Layout.ATOM, blockBytes, storageBytes: 0 };
  return addressOf(blocks, createAtom(h, builtinShape(h, shape)));
}
