/** A picture of the arenas at one moment, as plain data: which pools are full, partly used, free, and which blocks of a pool are in use. */

import { ArenaWord, firstPool } from "./arena";
import { PoolWord } from "./pool";
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
    const pools = Array.from({ length: total }, (_, k) => poolState(m, first + k * PoolWord.WORDS));
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
  const r = firstPool(m, arena) + pool * PoolWord.WORDS;
  const { classBytes, blocks } = poolState(m, r);
  if (blocks === 0) return [];
  const granules = classBytes / SizeClass.GRANULE_BYTES;
  const index = (place: number): number => (place - m.poolHeaderGranules) / granules;
  const inUse = new Array<boolean>(blocks)
    .fill(false)
    .fill(true, 0, index(m.pools[r + PoolWord.NEXT_OFFSET]!));
  const begin = ((r / PoolWord.WORDS) << m.poolShift) & m.arenaMask;
  const links = m.links[arena];
  for (let place = m.pools[r + PoolWord.FREE_BLOCK]!; place !== 0; place = links?.[begin | place] ?? 0)
    inUse[index(place)] = false;
  return inUse;
}

function poolState({ pools }: Pymalloc, r: number): PoolState {
  const blocksInUse = pools[r + PoolWord.USED]!;
  if (blocksInUse === 0) return freePool;
  const classBytes = pools[r + PoolWord.CLASS]! * SizeClass.GRANULE_BYTES;
  return { classBytes, blocksInUse, blocks: pools[r + PoolWord.BLOCKS]! };
}
