/** The table of `sys._debugmallocstats()`: pools and blocks by size class. Mirrors `_PyObject_DebugMallocStats`. */

import { arenaMap } from "./arena-map";
import type { Pymalloc } from "./pymalloc";
import { SizeClass } from "./size-class";

/** A line of the table. */
export interface ClassStats {
  readonly classBytes: number;
  readonly pools: number;
  readonly blocksInUse: number;
  /** Blocks of its pools that are free ("avail blocks"). */
  readonly blocksFree: number;
}

/** The table, with the lines below it that tell of arenas. */
export interface MallocStats {
  /** One line for each of the 32 size classes, also for those without a pool. */
  readonly classes: readonly ClassStats[];
  readonly arenas: number;
  /** Arenas ever mapped, and most of them at one time ("highwater mark"). */
  readonly arenasEver: number;
  readonly arenasAtMost: number;
  /** Free pools of mapped arenas, also those never used. */
  readonly unusedPools: number;
}

/** Count. Costs one step for each pool. */
export function mallocStats(m: Pymalloc): MallocStats {
  const pools = arenaMap(m).flatMap((arena) => arena.pools);
  const classes = Array.from({ length: SizeClass.LARGEST }, (_, index) => {
    const classBytes = (index + 1) * SizeClass.GRANULE_BYTES;
    const ofClass = pools.filter((pool) => pool.classBytes === classBytes);
    const blocksInUse = ofClass.reduce((sum, pool) => sum + pool.blocksInUse, 0);
    const blocks = ofClass.reduce((sum, pool) => sum + pool.blocks, 0);
    return { classBytes, pools: ofClass.length, blocksInUse, blocksFree: blocks - blocksInUse };
  });
  return {
    classes,
    arenas: m.arenasMapped,
    arenasEver: m.arenasEver,
    arenasAtMost: m.arenasAtMost,
    unusedPools: pools.filter((pool) => pool.classBytes === 0).length,
  };
}
