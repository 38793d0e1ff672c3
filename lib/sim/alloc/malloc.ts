/** Requests for memory: `pymalloc_alloc`, `pymalloc_free` and `pymalloc_realloc` of `Objects/obmalloc.c`. */

import { freeLarge, mallocLarge, reallocLarge } from "./large-block";
import { carveBlock, insertToUsedPool, openPool, PoolWord, unlinkPool } from "./pool";
import type { Pymalloc } from "./pymalloc";
import { SizeClass, SMALL_REQUEST_BYTES } from "./size-class";
import { insertToFreePool } from "./usable-arenas";

/**
 * Take a block: the one freed last in the first pool of its size class that has a free block, or a new one.
 *
 * @param sizeBytes - At least 1. More than 512 bytes are served by the C library.
 * @returns The address in granules of 16 bytes; negative outside of the arenas. Never 0.
 * @throws {BadArgumentError} When addresses have run out, at 32 GiB.
 */
export function malloc(m: Pymalloc, sizeBytes: number): number {
  if (sizeBytes > SMALL_REQUEST_BYTES) return mallocLarge(m.cHeap, sizeBytes);
  const c = (sizeBytes + 15) >> 4;
  const first = m.pools[c * PoolWord.WORDS + PoolWord.NEXT]!;
  return takeBlock(m, first > SizeClass.LARGEST * PoolWord.WORDS ? first : openPool(m, c), c);
}

/**
 * Give a block back. It is the next to be used in its pool.
 *
 * @param address - What `malloc` returned, freed once: what CPython does not check is not checked here either.
 */
export function free(m: Pymalloc, address: number): void {
  if (address < 0) return freeLarge(m.cHeap, address);
  const { pools } = m;
  const r = (address >> m.poolShift) * PoolWord.WORDS;
  const links = m.links[address >> m.arenaShift] ?? makeLinks(m, address);
  links[address & m.arenaMask] = pools[r + PoolWord.FREE_BLOCK]!;
  pools[r + PoolWord.FREE_BLOCK] = address & m.poolMask;
  m.blocksInUse--;
  m.granulesInUse -= pools[r + PoolWord.CLASS]!;
  const used = pools[r + PoolWord.USED]!;
  pools[r + PoolWord.USED] = used - 1;
  if (used === pools[r + PoolWord.BLOCKS]) insertToUsedPool(m, r);
  else if (used === 1) insertToFreePool(m, r);
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
  const r = (address >> m.poolShift) * PoolWord.WORDS;
  const blockBytes = m.pools[r + PoolWord.CLASS]! * SizeClass.GRANULE_BYTES;
  if (sizeBytes <= blockBytes && 4 * sizeBytes > 3 * blockBytes) return address;
  const moved = malloc(m, sizeBytes);
  free(m, address);
  return moved;
}

/** Take a block of a pool that has a free one; the pool leaves its list with its last. */
function takeBlock(m: Pymalloc, r: number, sizeClass: number): number {
  const { pools } = m;
  const pool = (r / PoolWord.WORDS) << m.poolShift;
  let place = pools[r + PoolWord.FREE_BLOCK]!;
  if (place === 0) place = carveBlock(m, r);
  else pools[r + PoolWord.FREE_BLOCK] = m.links[pool >> m.arenaShift]![(pool & m.arenaMask) | place]!;
  const used = pools[r + PoolWord.USED]! + 1;
  pools[r + PoolWord.USED] = used;
  if (used === pools[r + PoolWord.BLOCKS]) unlinkPool(m, r);
  m.blocksInUse++;
  m.granulesInUse += sizeClass;
  return pool | place;
}

function makeLinks(m: Pymalloc, address: number): Uint16Array {
  const links = new Uint16Array(m.arenaMask + 1);
  m.links[address >> m.arenaShift] = links;
  return links;
}
