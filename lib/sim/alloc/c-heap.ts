/**
 * The C library's heap, for blocks of 513 bytes up to the mapping threshold: one region that grows and shrinks at its end.
 * After glibc's `malloc/malloc.c`, with its boundary tags.
 */

import { BadArgumentError } from "../errors";
import { Bin, findFree, link, tag, unlink } from "./free-chunk";
import { MappedBlocks } from "./mapped-block";
import { Page } from "./resident";

/** In granules of 16 bytes. */
const enum Heap {
  /** The lowest address: the heap grows upward from here. */
  BASE = -(2 ** 31),
  /** Mapped blocks begin here. */
  GRANULES = 2 ** 30,
  /** `M_TOP_PAD`, 128 KiB: by so much more than needed the heap grows, and so much stays when its end is given back. */
  TOP_PAD = 8192,
  /** A free chunk has room for two tags and two links. */
  SMALLEST = 4,
}

/**
 * The state of the heap.
 *
 * The first and the last granule of a chunk hold its length in granules, negative while it is free, so that a freed
 * chunk finds free neighbours. Free chunks are linked in bins by length, through the two granules after the first.
 *
 * Simplified: glibc keeps small chunks unmerged for a while (tcache, fastbins), sorts large bins, and its heap also
 * holds what CPython itself has asked for; here all neighbours merge at once, and the heap is empty at first.
 */
export class CHeap {
  tags: Int32Array = new Int32Array(1 << 12);
  /** The first free chunk of each bin; 0 = none. */
  readonly bins: Int32Array = new Int32Array(Bin.COUNT);
  /** From here to the end of the region nothing has been handed out (`main_arena.top`). Granule 0 is no chunk. */
  top = 1;
  /** The end of the region (`brk`). */
  end = 0;
  /** Granules below this have been written to. */
  touched = 0;
  blocksInUse = 0;
  granulesInUse = 0;
  /** Free granules at the end from which on it is given back (`M_TRIM_THRESHOLD`, 128 KiB at first). */
  trimThreshold = 8192;
  readonly mapped: MappedBlocks = new MappedBlocks();
}

/** The chunk that serves a request: 8 bytes more for its tag, in whole granules. */
export function chunkGranules(sizeBytes: number): number {
  return Math.max(Heap.SMALLEST, Math.ceil((sizeBytes + 8) / 16));
}

/** The granules of a chunk in use. */
export function granulesOf(heap: CHeap, address: number): number {
  return heap.tags[chunkOf(address)]!;
}

/**
 * Take a chunk: the first that fits in the bins, else from the end of the heap.
 *
 * @returns The address in it that a program sees, after its first granule.
 * @throws {BadArgumentError} When the 16 GiB that addresses can tell apart are in use.
 */
export function takeChunk(heap: CHeap, granules: number): number {
  const free = findFree(heap, granules);
  const s = free === 0 ? takeTop(heap, granules) : takeFree(heap, free, granules);
  heap.blocksInUse++;
  heap.granulesInUse += heap.tags[s]!;
  return Heap.BASE + s + 1;
}

/** Give a chunk back; it merges with free neighbours, and the end of the heap goes back to the system if it is long. */
export function freeChunk(heap: CHeap, address: number): void {
  const s = chunkOf(address);
  heap.blocksInUse--;
  heap.granulesInUse -= heap.tags[s]!;
  release(heap, s, heap.tags[s]!);
}

/** Give the end of a chunk back, if it is long enough to be a chunk. */
export function shrinkChunk(heap: CHeap, address: number, granules: number): void {
  const s = chunkOf(address);
  const rest = heap.tags[s]! - granules;
  if (rest < Heap.SMALLEST) return;
  heap.granulesInUse -= rest;
  tag(heap, s, granules);
  release(heap, s + granules, rest);
}

/** Pages of the heap in RAM. */
export function heapPages(heap: CHeap): number {
  return Math.ceil(heap.touched / Page.GRANULES);
}

function release(heap: CHeap, s: number, length: number): void {
  const before = heap.tags[s - 1]!;
  if (before < 0) {
    s += before;
    length -= before;
    unlink(heap, s, -before);
  }
  const after = s + length < heap.top ? heap.tags[s + length]! : 0;
  if (after < 0) {
    unlink(heap, s + length, -after);
    length -= after;
  }
  if (s + length < heap.top) link(heap, s, length);
  else giveTop(heap, s);
}

/** Take a free chunk, and give back what is left of it if that is long enough to be a chunk. */
function takeFree(heap: CHeap, s: number, granules: number): number {
  const length = -heap.tags[s]!;
  const rest = length - granules;
  unlink(heap, s, length);
  tag(heap, s, rest < Heap.SMALLEST ? length : granules);
  if (rest >= Heap.SMALLEST) link(heap, s + granules, rest);
  return s;
}

/** A chunk from the end of the region, which grows when it is too short (`sysmalloc`). */
function takeTop(heap: CHeap, granules: number): number {
  const s = heap.top;
  const top = s + granules;
  if (top > Heap.GRANULES)
    throw new BadArgumentError(
      "malloc: no room in the C library's heap. Blocks of 513 bytes to 128 KiB can take 16 GiB, and all of it is in use. Let the program keep fewer objects.",
    );
  while (heap.tags.length < top) heap.tags = doubled(heap.tags);
  heap.top = top;
  if (top > heap.end) heap.end = wholePages(top + Heap.TOP_PAD);
  if (top > heap.touched) heap.touched = top;
  tag(heap, s, granules);
  return s;
}

/** Add what follows `s` to the end of the region, and give pages back when that is long (`systrim`). */
function giveTop(heap: CHeap, s: number): void {
  heap.top = s;
  if (heap.end - s < heap.trimThreshold) return;
  heap.end = Math.min(heap.end, wholePages(s + Heap.TOP_PAD));
  if (heap.touched > heap.end) heap.touched = heap.end;
}

function chunkOf(address: number): number {
  return address - Heap.BASE - 1;
}

function wholePages(granules: number): number {
  return Math.ceil(granules / Page.GRANULES) * Page.GRANULES;
}

function doubled(words: Int32Array): Int32Array {
  const larger = new Int32Array(words.length * 2);
  larger.set(words);
  return larger;
}
