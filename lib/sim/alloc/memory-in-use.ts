/** What the allocator holds, in numbers that are told at any moment without walking through it. */

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

/** Tell all of it. What the interpreter itself had before the program is not counted. */
export function memoryInUse(m: Pymalloc): MemoryInUse {
  const { cHeap } = m;
  const arenaBytes = m.arenasMapped * m.rules.arenaBytes;
  return {
    blocks: m.blocksInUse + cHeap.blocksInUse + cHeap.mapped.pagesOf.size,
    usedBytes:
      (m.granulesInUse + cHeap.granulesInUse) * SizeClass.GRANULE_BYTES +
      cHeap.mapped.pagesInUse * Page.BYTES,
    arenas: m.arenasMapped,
    arenaBytes,
    residentBytes: residentBytes(m),
    mappedBytes: arenaBytes + cHeap.end * SizeClass.GRANULE_BYTES + cHeap.mapped.pagesInUse * Page.BYTES,
  };
}
