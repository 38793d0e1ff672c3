/** The memory of one heap, block by block: what a program may ask of it. */

import { BadArgumentError } from "../errors";
import type { Handles } from "../heap/handles";
import type { HeapState } from "../heap/heap-state";
import type { PyObject } from "../heap/py-object";
import { type ArenaState, arenaMap } from "./arena-map";
import { addressOf, type HeapBlocks } from "./heap-blocks";
import { type MallocStats, mallocStats } from "./malloc-stats";
import { type MemoryInUse, memoryInUse } from "./memory-in-use";
import { SizeClass } from "./size-class";

/** Where a process's first arena lies, as Linux places it: only the digits that a reader sees. */
const FIRST_ARENA = 0x7f0000000000;

/** The allocator of a heap. */
export class Allocator {
  private readonly blocks: HeapBlocks;

  /** @throws {BadArgumentError} When the heap does not model its blocks. */
  constructor(
    h: HeapState,
    private readonly handles: Handles,
  ) {
    if (h.blocks === null) {
      throw new BadArgumentError(
        "This heap does not model its memory block by block. Make it with new Heap(version, { blocks: true }).",
      );
    }
    this.blocks = h.blocks;
  }

  /** Blocks, arenas, resident and mapped bytes. */
  memory(): MemoryInUse {
    return memoryInUse(this.blocks);
  }

  /** Pools and blocks by size class, as `sys._debugmallocstats()` prints. */
  stats(): MallocStats {
    return mallocStats(this.blocks);
  }

  /** Every arena with its pools. */
  arenas(): readonly ArenaState[] {
    return arenaMap(this.blocks);
  }

  /** `hex(id(o))`. An object of start-up has no address: undefined. */
  address(o: PyObject): string | undefined {
    const granules = addressOf(this.blocks, this.handles.idOf(o, "address"));
    if (granules === 0) return undefined;
    return `0x${(FIRST_ARENA + granules * SizeClass.GRANULE_BYTES).toString(16)}`;
  }
}
