/** Requests of more than 512 bytes: `PyMem_RawMalloc` hands them to the C library, which maps the largest one by one. */

import { type CHeap, chunkGranules, freeChunk, granulesOf, shrinkChunk, takeChunk } from "./c-heap";
import { mapBlock, pagesFor, unmapBlock } from "./mapped-block";
import { Page } from "./resident";

/** `DEFAULT_MMAP_THRESHOLD_MAX`: freeing a block larger than this moves no threshold. */
const LARGEST_THRESHOLD_BYTES = 32 * 1024 * 1024;

/** Take a large block. @returns its address, which is negative. @throws {BadArgumentError} When addresses have run out. */
export function mallocLarge(heap: CHeap, sizeBytes: number): number {
  return sizeBytes >= heap.mapped.thresholdBytes
    ? mapBlock(heap.mapped, sizeBytes)
    : takeChunk(heap, chunkGranules(sizeBytes));
}

/**
 * Free a large block.
 *
 * Freeing a mapped one raises the threshold to its length, because a program that frees one may soon ask for another
 * (glibc's dynamic threshold).
 */
export function freeLarge(heap: CHeap, address: number): void {
  const { mapped } = heap;
  if (!mapped.pagesOf.has(address)) return freeChunk(heap, address);
  const bytes = unmapBlock(mapped, address) * Page.BYTES;
  if (bytes <= mapped.thresholdBytes || bytes > LARGEST_THRESHOLD_BYTES) return;
  mapped.thresholdBytes = bytes;
  heap.trimThreshold = (2 * bytes) / 16;
}

/**
 * Change the size of a large block: a mapped one stays mapped (`mremap`), any other is cut short in place or moves.
 *
 * Simplified: glibc lets a chunk grow in place when what follows it is free.
 *
 * @returns Its address.
 * @throws {BadArgumentError} When addresses have run out.
 */
export function reallocLarge(heap: CHeap, address: number, sizeBytes: number): number {
  const { mapped } = heap;
  const pages = mapped.pagesOf.get(address);
  if (pages !== undefined) {
    if (pagesFor(sizeBytes) === pages) return address;
    const moved = mapBlock(mapped, sizeBytes);
    unmapBlock(mapped, address);
    return moved;
  }
  const granules = chunkGranules(sizeBytes);
  if (granules <= granulesOf(heap, address)) {
    shrinkChunk(heap, address, granules);
    return address;
  }
  const moved = mallocLarge(heap, sizeBytes);
  freeChunk(heap, address);
  return moved;
}
