/**
 * Resident memory: a page of 4 KiB is in RAM from the first write to it until its arena is given back.
 *
 * In a pool the written pages are always the first ones, because blocks are carved in order: a number tells them all.
 */

import { firstPool } from "./arena";
import { heapPages } from "./c-heap";
import { PoolWord, recordOf } from "./pool";
import type { Pymalloc } from "./pymalloc";

/** A page of the kernel. */
export const enum Page {
  BYTES = 4096,
  GRANULES = 256,
}

/** Memory of the allocator that is in RAM, in bytes: pools, the C library's heap and mapped blocks (RSS). */
export function residentBytes(m: Pymalloc): number {
  return (m.residentPages + heapPages(m.cHeap) + m.cHeap.mapped.pagesInUse) * Page.BYTES;
}

/** Write a pool's header, when the pool is used for the first time. */
export function touchHeader(m: Pymalloc, r: number): void {
  m.pools[recordOf(m, r) + PoolWord.PAGES] = 1;
  m.residentPages++;
}

/**
 * Write the block that ends at `end`, and, as pymalloc prepares one block ahead, the first word of the next if there
 * is room for one. The program is assumed to write all of its block.
 *
 * @param at - The record of the pool (`recordOf`).
 */
export function touchPages(m: Pymalloc, at: number, end: number): void {
  const next = end + m.pools[at + PoolWord.CLASS]!;
  const lastGranule = next <= m.poolMask + 1 ? end : end - 1;
  const pages = Math.floor(lastGranule / Page.GRANULES) + 1;
  const before = m.pools[at + PoolWord.PAGES]!;
  if (pages <= before) return;
  m.pools[at + PoolWord.PAGES] = pages;
  m.residentPages += pages - before;
}

/** Give the pages of an arena back. */
export function untouchArena(m: Pymalloc, a: number): void {
  const first = recordOf(m, firstPool(m, a));
  const end = first + m.poolsPerArena * PoolWord.WORDS;
  for (let at = first; at < end; at += PoolWord.WORDS) m.residentPages -= m.pools[at + PoolWord.PAGES]!;
}
