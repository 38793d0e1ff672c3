/** pymalloc's size classes: requests of up to 512 bytes are rounded up to a multiple of 16. Mirrors `Objects/obmalloc.c`. */

import type { AllocatorRules } from "../profile/profile";

/** `SMALL_REQUEST_THRESHOLD`: anything larger goes to the C library's malloc. */
export const SMALL_REQUEST_BYTES = 512;

/** The same in granules of 16 bytes (`ALIGNMENT`), in which the allocator counts: classes 1 to 32. */
export const enum SizeClass {
  GRANULE_BYTES = 16,
  LARGEST = 32,
}

/**
 * The size of the block that serves a small request.
 *
 * @param requestBytes - 0 to {@link SMALL_REQUEST_BYTES}.
 * @example
 * sizeClassBytes(88); // 96
 */
export function sizeClassBytes(requestBytes: number): number {
  return (requestBytes + 15) & ~15;
}

/**
 * The size class that serves a request, 1 to 32.
 *
 * @returns 0 when none does: nothing is asked for, or so much that the C library serves it.
 */
export function sizeClassOf(requestBytes: number): number {
  return requestBytes > SMALL_REQUEST_BYTES ? 0 : (requestBytes + 15) >> 4;
}

/**
 * What a request takes from the process: its block, and the block's share of the pool's header and unused tail.
 * A large request takes what it asks for.
 *
 * @returns Bytes, not a whole number.
 * @example
 * requestShareBytes(profileOf("3.13").allocator, 88); // 96.376..., 170 blocks in a pool of 16 KiB
 */
export function requestShareBytes(allocator: AllocatorRules, requestBytes: number): number {
  if (requestBytes === 0) return 0;
  if (requestBytes > SMALL_REQUEST_BYTES) return requestBytes;
  const usableBytes = allocator.poolBytes - allocator.poolHeaderBytes;
  return allocator.poolBytes / Math.floor(usableBytes / sizeClassBytes(requestBytes));
}
