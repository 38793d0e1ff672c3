/** What the allocator holds, in a few numbers. */

import { ArenaWord, firstPool } from "./arena";
import { PoolHeader, PoolWord, recordOf } from "./pool";
import type { Pymalloc } from "./pymalloc";
import { Page, residentBytes } from "./resident";
import { SizeClass } from "./size-class";

/** The memory of one process's allocator, from what the program uses to what the system counts. */
export interface MemoryInUse {
  /** Blocks in use, small and large (`sys.getallocatedblocks()`). */
  readonly blocks: number;
  /** Those blocks with what their requests were rounded up by. */
  readonly usedBytes: number;
  readonly arenas: number;
  readonly arenaBytes: number;
  /** Pages that have been written to (RSS). */
  readonly residentBytes: number;
  /** Arenas, the C library's heap and mapped blocks (VSZ). */
  readonly mappedBytes: number;
}

/** Tell all of it. What the interpreter itself had before the program is not counted. Costs one step for each pool. */
export function memoryInUse(m: Pymalloc): MemoryInUse {
  const { cHeap } = m;
  const small = smallBlocks(m);
  const arenaBytes = m.arenasMapped * m.rules.arenaBytes;
  return {
    blocks: small.blocks + cHeap.blocksInUse + cHeap.mapped.pagesOf.size,
    usedBytes:
      (small.granules + cHeap.granulesInUse) * SizeClass.GRANULE_BYTES + cHeap.mapped.pagesInUse * Page.BYTES,
    arenas: m.arenasMapped,
    arenaBytes,
    residentBytes: residentBytes(m),
    mappedBytes: arenaBytes + cHeap.end * SizeClass.GRANULE_BYTES + cHeap.mapped.pagesInUse * Page.BYTES,
  };
}

/** Small blocks in use, and the granules that they take. Pools are asked, as by `_Py_GetAllocatedBlocks`: no request counts. */
function smallBlocks(m: Pymalloc): { blocks: number; granules: number } {
  let blocks = 0;
  let granules = 0;
  for (let a = 1; a * ArenaWord.WORDS < m.arenas.length; a++) {
    const total = m.arenas[a * ArenaWord.WORDS + ArenaWord.TOTAL]!;
    for (let k = 0; k < total; k++) {
      const r = firstPool(m, a) + (k << m.poolShift);
      const used = m.granules[r + PoolHeader.USED]!;
      blocks += used;
      granules += used * m.pools[recordOf(m, r) + PoolWord.CLASS]!;
    }
  }
  return { blocks, granules };
}
