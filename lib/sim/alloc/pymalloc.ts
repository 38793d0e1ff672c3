/** pymalloc as plain state: pools and arenas in typed arrays, and what is in use. Mirrors `Objects/obmalloc.c`. No behaviour. */

import type { AllocatorRules } from "../profile/profile";
import { ArenaWord } from "./arena";
import { CHeap } from "./c-heap";
import { PoolWord } from "./pool";
import { SizeClass } from "./size-class";

/** Where the kernel puts the arenas of a process. */
export interface ArenaPlacement {
  /**
   * Does each arena begin at a multiple of the pool size? The kernel aligns mappings to 4 KiB only, so three of four
   * processes with pools of 16 KiB lose a pool in each arena (`new_arena`: `excess`).
   */
  readonly arenaAligned: boolean;
}

/**
 * The rules of a version. `keepsLastArena`: does a wholly free arena stay mapped while it is the last usable one, or a
 * loop that makes and frees one object could map and unmap it each time (bpo-37257, from 3.9 on)? Yes unless said
 * otherwise.
 */
export type PymallocRules = AllocatorRules & { readonly keepsLastArena?: boolean };

const FIRST_ARENAS = 4;

/**
 * The allocator of one process. Functions of the other files read and write it.
 *
 * Memory is counted in granules of 16 bytes. An address is a signed 32-bit number of granules: shifting it gives the
 * pool and the arena of a small block, and a negative one lies outside of the arenas. 0 is no address.
 *
 * @example
 * const m = new Pymalloc(profileOf("3.13").allocator);
 * const a = malloc(m, 88);
 * free(m, a);
 * malloc(m, 88) === a; // true: the block freed last is used first
 */
export class Pymalloc {
  /** `address >>> poolShift` is the number of the pool, `address & poolMask` the place in it. */
  readonly poolShift: number;
  readonly poolMask: number;
  /** `address & poolBase` is where the pool begins. With a first value here V8 knows it for a small integer ever after. */
  readonly poolBase: number = 0;
  /** `POOL_OVERHEAD`. */
  readonly poolHeaderGranules: number;
  /** `address >>> arenaShift` is the arena, `address & arenaMask` the place in it. */
  readonly arenaShift: number;
  readonly arenaMask: number;
  /** Pools of an arena that can be used. */
  readonly poolsPerArena: number;
  /** See {@link PymallocRules}. */
  readonly keepsLastArena: boolean;
  /** Blocks of a pool by size class. */
  readonly blocksPerPool: Int32Array = new Int32Array(SizeClass.LARGEST + 1);
  /**
   * The memory of the arenas, by address, of which each granule holds one word: a pool begins with the words of its header
   * ({@link PoolHeader}), a free block with the address of the next free one. There is no arena 0; in its place is
   * `usedpools`: at the number of a size class, the first pool with a free block. All else there is 0.
   *
   * Like all arrays here it is replaced by a larger one when an arena is mapped.
   */
  granules: Int32Array = new Int32Array(0);
  /** What else is known of each pool: see {@link PoolWord}. */
  pools: Int32Array;
  /** One record for each arena: see {@link ArenaWord}. That of arena 0 is the head of `usable_arenas`. */
  arenas: Int32Array;
  /** `nfp2lasta`: the last usable arena with that many free pools; 0 = none. */
  readonly lastWith: Int32Array;
  /** Every arena below this number is mapped. */
  lowestUnmapped = 1;
  /** `narenas_currently_allocated`, `narenas_highwater` and `ntimes_arena_allocated`. */
  arenasMapped = 0;
  arenasAtMost = 0;
  arenasEver = 0;
  /** Pages of arenas that have been written to: see resident.ts. */
  residentPages = 0;
  /** What serves requests of more than 512 bytes. */
  readonly cHeap: CHeap = new CHeap();

  /** @param placement - Where the kernel puts arenas; aligned to pools unless said otherwise. */
  constructor(
    readonly rules: PymallocRules,
    placement: ArenaPlacement = { arenaAligned: true },
  ) {
    const poolGranules = rules.poolBytes / SizeClass.GRANULE_BYTES;
    const arenaGranules = rules.arenaBytes / SizeClass.GRANULE_BYTES;
    const pools = rules.arenaBytes / rules.poolBytes;
    this.poolShift = Math.log2(poolGranules);
    this.poolMask = poolGranules - 1;
    this.poolBase = -poolGranules;
    this.poolHeaderGranules = rules.poolHeaderBytes / SizeClass.GRANULE_BYTES;
    this.arenaShift = Math.log2(arenaGranules);
    this.arenaMask = arenaGranules - 1;
    this.poolsPerArena = placement.arenaAligned ? pools : pools - 1;
    this.keepsLastArena = rules.keepsLastArena ?? true;
    this.lastWith = new Int32Array(pools + 1);
    this.arenas = new Int32Array(FIRST_ARENAS * ArenaWord.WORDS);
    this.pools = new Int32Array(FIRST_ARENAS * pools * PoolWord.WORDS);
    this.granules = new Int32Array(FIRST_ARENAS * arenaGranules);
    const usableGranules = poolGranules - this.poolHeaderGranules;
    for (let c = 1; c <= SizeClass.LARGEST; c++) this.blocksPerPool[c] = Math.floor(usableGranules / c);
  }
}
