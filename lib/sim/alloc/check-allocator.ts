/** The invariants of the allocator: one sentence each. */

import { HeapCorruptionError } from "../errors";
import { ArenaWord, arenaOf, firstPool } from "./arena";
import { blocksOf } from "./arena-map";
import type { CHeap } from "./c-heap";
import { PoolHeader, PoolWord, recordOf } from "./pool";
import type { Pymalloc } from "./pymalloc";
import { SizeClass } from "./size-class";

/**
 * Check everything. Costs one step for each block.
 *
 * @throws {HeapCorruptionError} At the first invariant that does not hold.
 */
export function checkAllocator(m: Pymalloc): void {
  checkUsableArenas(m);
  checkUsedPools(m);
  checkCHeap(m.cHeap);
  let pages = 0;
  for (let a = 1; a * ArenaWord.WORDS < m.arenas.length; a++) {
    if (arenaWord(m, a, ArenaWord.TOTAL) === 0) continue;
    for (let k = 0; k < m.poolsPerArena; k++) {
      const r = firstPool(m, a) + (k << m.poolShift);
      const used = blocksOf(m, a, k).filter(Boolean).length;
      demand(used === m.granules[r + PoolHeader.USED], `pool ${k} of arena ${a} counts its blocks in use`);
      pages += m.pools[recordOf(m, r) + PoolWord.PAGES]!;
    }
  }
  demand(pages === m.residentPages, "the pools together count all resident pages");
}

/** `usable_arenas` holds every arena with a free pool, in rising order of free pools, and `nfp2lasta` the last of each. */
function checkUsableArenas(m: Pymalloc): void {
  const last = new Int32Array(m.lastWith.length);
  let before = 0;
  let usable = 0;
  for (let a = m.arenas[ArenaWord.NEXT]!; a !== 0; a = arenaWord(m, a, ArenaWord.NEXT)) {
    const free = arenaWord(m, a, ArenaWord.FREE_COUNT);
    demand(free > 0, "no usable arena is full");
    demand(free >= before, "usable arenas stand in rising order of free pools");
    demand(free === countFreePools(m, a), `arena ${a} counts its free pools`);
    last[free] = a;
    before = free;
    usable++;
  }
  const withFree = arenas(m).filter((a) => arenaWord(m, a, ArenaWord.FREE_COUNT) > 0);
  demand(usable === withFree.length, "every arena with a free pool is usable");
  demand(
    last.every((a, free) => m.lastWith[free] === a),
    "nfp2lasta holds the last arena with each number of free pools",
  );
}

/** `usedpools` holds, for each size class, pools of it that are neither full nor free; a full pool is in no list. */
function checkUsedPools(m: Pymalloc): void {
  for (let c = 1; c <= SizeClass.LARGEST; c++) {
    let prev = c;
    for (let r = m.granules[c]!; r !== 0; r = m.granules[prev]!) {
      const at = recordOf(m, r);
      const used = m.granules[r + PoolHeader.USED]!;
      demand(m.pools[at + PoolWord.CLASS] === c, "a used pool stands in the list of its class");
      demand(m.pools[at + PoolWord.PREV] === prev, "a used pool knows what leads to it");
      demand(used > 0 && used < m.pools[at + PoolWord.BLOCKS]!, "a used pool is neither full nor free");
      demand(m.granules[r + PoolHeader.FREE_BLOCK] !== 0, "a used pool has a free block at hand");
      demand(arenaWord(m, arenaOf(m, r), ArenaWord.TOTAL) > 0, "a used pool is in a mapped arena");
      prev = r + PoolHeader.NEXT;
    }
  }
}

/** The chunks of the C library's heap follow each other without a gap, marked at both ends, and no two free ones do. */
function checkCHeap({ tags, top, blocksInUse, granulesInUse }: CHeap): void {
  let blocks = 0;
  let granules = 0;
  let freeBefore = false;
  for (let s = 1; s < top; s += Math.abs(tags[s]!)) {
    const length = tags[s]!;
    demand(length !== 0 && tags[s + Math.abs(length) - 1] === length, "a chunk is marked at both ends");
    demand(length > 0 || !freeBefore, "free neighbours are merged");
    freeBefore = length < 0;
    if (length > 0) [blocks, granules] = [blocks + 1, granules + length];
  }
  demand(!freeBefore, "a free chunk at the end of the heap is part of its top");
  demand(blocks === blocksInUse && granules === granulesInUse, "the heap counts its chunks in use");
}

function countFreePools(m: Pymalloc, a: number): number {
  let free = 0;
  for (let k = 0; k < m.poolsPerArena; k++)
    if (m.granules[firstPool(m, a) + (k << m.poolShift) + PoolHeader.USED] === 0) free++;
  return free;
}

function arenas(m: Pymalloc): number[] {
  const all = Array.from({ length: m.arenas.length / ArenaWord.WORDS }, (_, a) => a);
  return all.filter((a) => arenaWord(m, a, ArenaWord.TOTAL) > 0);
}

function arenaWord(m: Pymalloc, a: number, word: ArenaWord): number {
  return m.arenas[a * ArenaWord.WORDS + word]!;
}

function demand(holds: boolean, invariant: string): void {
  if (!holds) throw new HeapCorruptionError(`The allocator is damaged: it does not hold that ${invariant}.`);
}
