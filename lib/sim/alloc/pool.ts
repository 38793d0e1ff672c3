/** Pools: each serves blocks of one size class, and those with a free block stand in the list of their class, `usedpools`. */

import type { Pymalloc } from "./pymalloc";
import { Page, touchPages } from "./resident";
import { takeFreePool } from "./usable-arenas";

/** Words of `struct pool_header` that every request needs. They stand where the pool begins: see `Pymalloc.granules`. */
export const enum PoolHeader {
  /** `freeblock`: the block freed last; its own word leads to the next one. 0 = the pool is full. */
  FREE_BLOCK = 0,
  /** `nextpool`: the next pool with a free block; 0 = the end. In a free pool: the next free pool of the arena. */
  NEXT = 1,
  /** `ref.count`: blocks in use. */
  USED = 2,
}

/** What else is known of a pool: words of its record in `Pymalloc.pools` (see {@link recordOf}). */
export const enum PoolWord {
  /** `prevpool`: where the word is that leads here, in the pool before or at the head of the list. */
  PREV = 0,
  /** `nextoffset`: the place of the first block that has never been free or in use. */
  NEXT_OFFSET = 1,
  /** `szidx`: the size class that it serves, or served last; 0 = none yet. */
  CLASS = 2,
  /** Blocks that fit. */
  BLOCKS = 3,
  /** Pages written to so far, all at its beginning. */
  PAGES = 4,
  WORDS = 8,
}

/** The record of the pool that an address is in. */
export function recordOf(m: Pymalloc, address: number): number {
  return (address >> m.poolShift) * PoolWord.WORDS;
}

/**
 * Open a free pool for a size class that has no pool with a free block left (`allocate_from_new_pool`). After this it is
 * the only one in the list of its class.
 *
 * A pool that served the class before keeps the order of its free blocks; any other is new, whatever it served.
 */
export function openPool(m: Pymalloc, sizeClass: number): void {
  const r = takeFreePool(m);
  const { pools } = m;
  const at = recordOf(m, r);
  if (pools[at + PoolWord.CLASS] !== sizeClass) {
    pools[at + PoolWord.CLASS] = sizeClass;
    pools[at + PoolWord.BLOCKS] = m.blocksPerPool[sizeClass]!;
    pools[at + PoolWord.NEXT_OFFSET] = m.poolHeaderGranules;
    carveBlock(m, r);
  }
  insertToUsedPool(m, r);
}

/**
 * The last free block of a pool is in use now: carve another one, or take the pool, which is full, out of the list of its
 * class (`pymalloc_pool_extend`). Blocks are carved one by one, so that memory is touched as late as possible.
 */
export function extendPool(m: Pymalloc, r: number): void {
  const at = recordOf(m, r);
  const end = m.pools[at + PoolWord.NEXT_OFFSET]!;
  if (end >= m.pools[at + PoolWord.PAGES]! * Page.GRANULES) touchPages(m, at, end);
  if (end + m.pools[at + PoolWord.CLASS]! <= m.poolMask + 1) carveBlock(m, r);
  else unlinkPool(m, r);
}

/** Put a pool first in the list of its class: its free block is the next to be used. */
export function insertToUsedPool(m: Pymalloc, r: number): void {
  const { granules, pools } = m;
  const at = recordOf(m, r);
  const head = pools[at + PoolWord.CLASS]!;
  const next = granules[head]!;
  granules[r + PoolHeader.NEXT] = next;
  granules[head] = r;
  pools[at + PoolWord.PREV] = head;
  // Behind the last pool comes 0, whose record nobody reads.
  pools[recordOf(m, next) + PoolWord.PREV] = r + PoolHeader.NEXT;
}

/** Take a pool out of the list of its class: it is full, or wholly free. */
export function unlinkPool(m: Pymalloc, r: number): void {
  const { granules, pools } = m;
  const next = granules[r + PoolHeader.NEXT]!;
  const prev = pools[recordOf(m, r) + PoolWord.PREV]!;
  granules[prev] = next;
  pools[recordOf(m, next) + PoolWord.PREV] = prev;
}

/** Make the first block that was never used the only free one of its pool. */
function carveBlock(m: Pymalloc, r: number): void {
  const { granules, pools } = m;
  const at = recordOf(m, r);
  const place = pools[at + PoolWord.NEXT_OFFSET]!;
  granules[r + place] = 0;
  granules[r + PoolHeader.FREE_BLOCK] = r + place;
  pools[at + PoolWord.NEXT_OFFSET] = place + pools[at + PoolWord.CLASS]!;
}
