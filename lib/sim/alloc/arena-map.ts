/** A picture of the arenas at one moment, as plain data: which pools are full, partly used, free, and which blocks of a pool are in use. */

import { ArenaWord, firstPool } from "./arena";
import { PoolHeader, PoolWord, recordOf } from "./pool";
import type { Pymalloc } from "./pymalloc";
import { SizeClass } from "./size-class";

/** One pool. */
export interface PoolState {
  /** The size class that it serves; 0 = it is free. */
  readonly classBytes: number;
  readonly blocksInUse: number;
  /** Blocks in use and free ones; 0 = it is free. */
  readonly blocks: number;
}

/** One arena that is mapped. */
export interface ArenaState {
  /** Its number; after it is given back, another arena may have it. */
  readonly arena: number;
  readonly pools: readonly PoolState[];
}

const freePool: PoolState = { classBytes: 0, blocksInUse: 0, blocks: 0 };

/** Take the picture: arenas and pools in the order of their addresses. Costs one step for each pool. */
export function arenaMap(m: Pymalloc): readonly ArenaState[] {
  const arenas: ArenaState[] = [];
  for (let a = 1; a * ArenaWord.WORDS < m.arenas.length; a++) {
    const total = m.arenas[a * ArenaWord.WORDS + ArenaWord.TOTAL]!;
    if (total === 0) continue;
    const first = firstPool(m, a);
    const pools = Array.from({ length: total }, (_, k) => poolState(m, first + (k << m.poolShift)));
    arenas.push({ arena: a, pools });
  }
  return arenas;
}

/**
 * Tell which blocks of a pool are in use, in the order of their addresses.
 *
 * @param pool - Counted from 0 in its arena.
 * @returns Nothing when the pool is free.
 */
export function blocksOf(m: Pymalloc, arena: number, pool: number): readonly boolean[] {
  const r = firstPool(m, arena) + (pool << m.poolShift);
  const { classBytes, blocks } = poolState(m, r);
  if (blocks === 0) return [];
  const granules = classBytes / SizeClass.GRANULE_BYTES;
  const index = (place: number): number => (place - m.poolHeaderGranules) / granules;
  const inUse = new Array<boolean>(blocks)
    .fill(false)
    .fill(true, 0, index(m.pools[recordOf(m, r) + PoolWord.NEXT_OFFSET]!));
  for (let block = m.granules[r + PoolHeader.FREE_BLOCK]!; block !== 0; block = m.granules[block]!)
    inUse[index(block - r)] = false;
  return inUse;
}

function poolState(m: Pymalloc, r: number): PoolState {
  const blocksInUse = m.granules[r + PoolHeader.USED]!;
  if (blocksInUse === 0) return freePool;
  const at = recordOf(m, r);
  const classBytes = m.pools[at + PoolWord.CLASS]! * SizeClass.GRANULE_BYTES;
  return { classBytes, blocksInUse, blocks: m.pools[at + PoolWord.BLOCKS]! };
}
