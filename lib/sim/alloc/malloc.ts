/** Requests for memory: `pymalloc_alloc`, `pymalloc_free` and `pymalloc_realloc` of `Objects/obmalloc.c`. */

import { freeLarge, mallocLarge, reallocLarge } from "./large-block";
import { extendPool, insertToUsedPool, openPool, PoolHeader, PoolWord, recordOf } from "./pool";
import type { Pymalloc } from "./pymalloc";
import { SizeClass, SMALL_REQUEST_BYTES, sizeClassOf } from "./size-class";
import { insertToFreePool } from "./usable-arenas";

/**
 * Take a block: the one freed last in the first pool of its size class that has a free block, or a new one.
 *
 * @param sizeBytes - At least 1. More than 512 bytes are served by the C library.
 * @returns The address in granules of 16 bytes; negative outside of the arenas. Never 0.
 * @throws {BadArgumentError} When addresses have run out, at 32 GiB.
 */
export function malloc(m: Pymalloc, sizeBytes: number): number {
  return sizeBytes > SMALL_REQUEST_BYTES
    ? mallocLarge(m.cHeap, sizeBytes)
    : mallocSmall(m, sizeClassOf(sizeBytes));
}

/**
 * The same for a size class, 1 to 32, that the caller knows. 0 asks for nothing and gets address 0.
 *
 * Short, and everything rare out of line: V8 compiles it into the places where objects are made.
 */
export function mallocSmall(m: Pymalloc, sizeClass: number): number {
  const { granules } = m;
  const r = granules[sizeClass]!;
  const address = granules[r + PoolHeader.FREE_BLOCK]!;
  // No pool of the class has a free block: r is 0, and so is the first word of all.
  if (address === 0) return mallocFromNewPool(m, sizeClass);
  const next = granules[address]!;
  granules[r + PoolHeader.FREE_BLOCK] = next;
  granules[r + PoolHeader.USED]!++;
  if (next === 0) extendPool(m, r);
  return address;
}

/**
 * Give a block back. It is the next to be used in its pool.
 *
 * @param address - What `malloc` returned, freed once: what CPython does not check is not checked here either. 0 is no
 *   block, and nothing happens.
 */
export function free(m: Pymalloc, address: number): void {
  if (address <= 0) return freeOutside(m, address);
  const { granules } = m;
  const r = address & m.poolBase;
  const last = granules[r + PoolHeader.FREE_BLOCK]!;
  granules[address] = last;
  granules[r + PoolHeader.FREE_BLOCK] = address;
  const used = granules[r + PoolHeader.USED]! - 1;
  granules[r + PoolHeader.USED] = used;
  if (last === 0 || used === 0) movePool(m, r, used);
}

/**
 * Change the size of a block, in place if it still fits and a quarter or less of it becomes unused.
 *
 * A block of the C library stays there, however small it becomes.
 *
 * @returns The address, which is a new one if the block had to move: then the new block is taken before the old one
 *   is freed.
 * @throws {BadArgumentError} When addresses have run out.
 */
export function realloc(m: Pymalloc, address: number, sizeBytes: number): number {
  if (address < 0) return reallocLarge(m.cHeap, address, sizeBytes);
  const blockBytes = m.pools[recordOf(m, address) + PoolWord.CLASS]! * SizeClass.GRANULE_BYTES;
  if (sizeBytes <= blockBytes && 4 * sizeBytes > 3 * blockBytes) return address;
  const moved = malloc(m, sizeBytes);
  free(m, address);
  return moved;
}

function mallocFromNewPool(m: Pymalloc, sizeClass: number): number {
  if (sizeClass === 0) return 0;
  openPool(m, sizeClass);
  return mallocSmall(m, sizeClass);
}

/** The pool was full, or is free now: it stands elsewhere. */
function movePool(m: Pymalloc, r: number, used: number): void {
  if (used === 0) insertToFreePool(m, r);
  else insertToUsedPool(m, r);
}

function freeOutside(m: Pymalloc, address: number): void {
  if (address !== 0) freeLarge(m.cHeap, address);
}
