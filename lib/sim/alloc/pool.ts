/** Pools: each serves blocks of one size class, and those with a free block stand in the list of their class, `usedpools`. */

import type { Pymalloc } from "./pymalloc";
import { touchPages } from "./resident";
import { takeFreePool } from "./usable-arenas";

/** Words of a pool's record, after `struct pool_header`. The record of pool `p` begins at `p * WORDS`. */
export const enum PoolWord {
  /** `nextpool`, `prevpool`: a ring around the head of the size class. `NEXT` also links the free pools of an arena. */
  NEXT = 0,
  PREV = 1,
  /** `freeblock`: the place in the pool of the block freed last; 0 = none has been freed. */
  FREE_BLOCK = 2,
  /** `nextoffset`: the place of the first block that has never been used. */
  NEXT_OFFSET = 3,
  /** `ref.count`: blocks in use. */
  USED = 4,
  /** `szidx`: the size class that it serves, or served last; 0 = none yet. */
  CLASS = 5,
  /** Blocks that fit. */
  BLOCKS = 6,
  /** Pages written to so far, all at its beginning. */
  PAGES = 7,
  WORDS = 8,
}

/**
 * Open a free pool for a size class that has no pool with a free block left (`allocate_from_new_pool`).
 *
 * A pool that served the class before keeps the order of its free blocks; any other is new, whatever it served.
 *
 * @returns Its record. After this it is the only pool in the list of its class.
 */
export function openPool(m: Pymalloc, sizeClass: number): number {
  const r = takeFreePool(m);
  const { pools } = m;
  if (pools[r + PoolWord.CLASS] !== sizeClass) {
    pools[r + PoolWord.CLASS] = sizeClass;
    pools[r + PoolWord.BLOCKS] = m.blocksPerPool[sizeClass]!;
    pools[r + PoolWord.FREE_BLOCK] = 0;
    pools[r + PoolWord.NEXT_OFFSET] = m.poolHeaderGranules;
  }
  insertToUsedPool(m, r);
  return r;
}

/**
 * Take a block that has never been used. Blocks are carved one by one, so that memory is touched as late as possible.
 *
 * @returns Its place in the pool.
 */
export function carveBlock(m: Pymalloc, r: number): number {
  const { pools } = m;
  const place = pools[r + PoolWord.NEXT_OFFSET]!;
  const next = place + pools[r + PoolWord.CLASS]!;
  pools[r + PoolWord.NEXT_OFFSET] = next;
  if (next >> 8 >= pools[r + PoolWord.PAGES]!) touchPages(m, r, next);
  return place;
}

/** Put a pool first in the list of its class: its free block is the next to be used. */
export function insertToUsedPool(m: Pymalloc, r: number): void {
  const { pools } = m;
  const head = pools[r + PoolWord.CLASS]! * PoolWord.WORDS;
  const next = pools[head + PoolWord.NEXT]!;
  pools[r + PoolWord.NEXT] = next;
  pools[r + PoolWord.PREV] = head;
  pools[next + PoolWord.PREV] = r;
  pools[head + PoolWord.NEXT] = r;
}

/** Take a pool out of the list of its class: it is full, or wholly free. */
export function unlinkPool(m: Pymalloc, r: number): void {
  const { pools } = m;
  const next = pools[r + PoolWord.NEXT]!;
  const prev = pools[r + PoolWord.PREV]!;
  pools[next + PoolWord.PREV] = prev;
  pools[prev + PoolWord.NEXT] = next;
}
