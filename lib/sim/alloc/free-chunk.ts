/** Free chunks of the C library's heap, in bins by length: eight for each power of two. */

export const enum Bin {
  COUNT = 256,
}

/** The part of the heap's state that tells of them: see c-heap.ts. */
interface FreeChunks {
  readonly tags: Int32Array;
  readonly bins: Int32Array;
}

/** Find a free chunk of at least that length; 0 = none. In a bin the lengths differ, in the bins after it all are enough. */
export function findFree({ tags, bins }: FreeChunks, granules: number): number {
  const bin = binOf(granules);
  for (let s = bins[bin]!; s !== 0; s = tags[s + 1]!) if (-tags[s]! >= granules) return s;
  for (let longer = bin + 1; longer < Bin.COUNT; longer++) if (bins[longer] !== 0) return bins[longer]!;
  return 0;
}

/** Eight bins for each power of two. */
function binOf(granules: number): number {
  const power = 31 - Math.clz32(granules);
  return power * 8 + ((power >= 3 ? granules >> (power - 3) : granules << (3 - power)) & 7);
}

/** Make a chunk free: mark it, and put it first in its bin. */
export function link(heap: FreeChunks, s: number, length: number): void {
  const { tags, bins } = heap;
  const bin = binOf(length);
  const next = bins[bin]!;
  tag(heap, s, -length, length);
  tags[s + 1] = next;
  tags[s + 2] = 0;
  if (next !== 0) tags[next + 2] = s;
  bins[bin] = s;
}

/** Take a free chunk out of its bin. */
export function unlink({ tags, bins }: FreeChunks, s: number, length: number): void {
  const next = tags[s + 1]!;
  const prev = tags[s + 2]!;
  if (prev === 0) bins[binOf(length)] = next;
  else tags[prev + 1] = next;
  if (next !== 0) tags[next + 2] = prev;
}

/** Mark both ends of a chunk. @param value - Its length, negative when it is free. */
export function tag({ tags }: FreeChunks, s: number, value: number, length: number = value): void {
  tags[s] = value;
  tags[s + length - 1] = value;
}
