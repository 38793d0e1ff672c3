/** pymalloc's size classes: requests of up to 512 bytes are rounded up to a multiple of 16. Mirrors `Objects/obmalloc.c`. */

import type { AllocatorRules } from "../profile/profile";

/** `SMALL_REQUEST_THRESHOLD`: anything larger goes to the C library's malloc. */
export const SMALL_REQUEST_BYTES = 512;

/** The class that stands for "larger than pymalloc serves"; 1 to 32 are blocks of 16 to 512 bytes, 0 is no block. */

export const LARGE = 33;

/**
 * The size class of a request.
 *
 * @param requestBytes - 0 or more.
 * @returns 0 for no block, 1 to 32 for blocks of 16 to 512 bytes, {@link LARGE} above.
 * @example
 * sizeClass(88); // 6, blocks of 96 bytes
 */
export function sizeClass(requestBytes: number): number {
  return requestBytes <= SMALL_REQUEST_BYTES ? (requestBytes + 15) >> 4 : LARGE;
}

/**
 * What one block of a class takes from its pool: the block and its share of the pool's header and unused tail.
 *
 * @param cls - A size class from 1 to 32.
 * @returns Bytes, not a whole number.
 * @example
 * blockShareBytes(profileOf("3.13").allocator, sizeClass(88)); // 96.376..., 170 blocks in a pool of 16 KiB
 */
export function blockShareBytes(allocator: AllocatorRules, cls: number): number {
  const blocksPerPool = Math.floor((allocator.poolBytes - allocator.poolHeaderBytes) / (cls * 16));
  return allocator.poolBytes / blocksPerPool;
}
