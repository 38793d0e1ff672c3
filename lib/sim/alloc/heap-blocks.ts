/** Where each object of a heap lies, when its memory is modelled block by block. */

import type { HeapState } from "../heap/heap-state";
import { Field, ShapeWord } from "../heap/memory-map";
import { Static } from "../objects/static-object";
import { free, malloc, realloc } from "./malloc";
import { Pymalloc } from "./pymalloc";

/** Records are at least nine words long: no two of them share the place `o >> RECORD_SHIFT`. */
const RECORD_SHIFT = 3;

/** The addresses of a heap's objects, in granules of 16 bytes. 0 = none. */
export class HeapBlocks {
  /** By record: the object's own block, and the block of what belongs to it (attribute values, items, keys). */
  block: Int32Array;
  storage: Int32Array;
  /** The blocks of the objects on each free list, the last one kept at the end. */
  readonly kept: Map<string, number[]> = new Map();

  /** @param words - The size of the heap's memory. */
  constructor(
    readonly pymalloc: Pymalloc,
    words: number,
  ) {
    this.block = new Int32Array(words >> RECORD_SHIFT);
    this.storage = new Int32Array(words >> RECORD_SHIFT);
  }

  /** The heap's memory has grown to so many words. */
  grow(words: number): void {
    this.block = enlarged(this.block, words >> RECORD_SHIFT);
    this.storage = enlarged(this.storage, words >> RECORD_SHIFT);
  }
}

/** Model the memory of a heap block by block from now on. What is on it already keeps no address. */
export function modelBlocks(h: HeapState): void {
  h.blocks = new HeapBlocks(new Pymalloc(h.profile.allocator), h.memory.length);
}

/** A new object gets its block, then the block of what belongs to it. What was there before the program has neither. */
export function takeBlocks(h: HeapState, blocks: HeapBlocks, o: number): void {
  const shape = h.memory[o + Field.SHAPE]!;
  const blockBytes = h.memory[shape + ShapeWord.BLOCK_BYTES]!;
  if (blockBytes === 0) return;
  blocks.block[o >> RECORD_SHIFT] = malloc(blocks.pymalloc, blockBytes);
  const storageBytes = h.memory[shape + ShapeWord.STORAGE_BYTES]!;
  if (storageBytes !== 0) blocks.storage[o >> RECORD_SHIFT] = malloc(blocks.pymalloc, storageBytes);
}

/** A dead object gives its blocks back. */
export function freeBlocks(blocks: HeapBlocks, o: number): void {
  const at = o >> RECORD_SHIFT;
  freeStorageBlock(blocks, o);
  const block = blocks.block[at]!;
  if (block === 0) return;
  blocks.block[at] = 0;
  free(blocks.pymalloc, block);
}

/** A dead object goes to a free list, and its block with it. */
export function keepBlock(h: HeapState, blocks: HeapBlocks, o: number): void {
  freeStorageBlock(blocks, o);
  const list = freeListOf(h, o);
  const kept = blocks.kept.get(list) ?? [];
  kept.push(blocks.block[o >> RECORD_SHIFT]!);
  blocks.kept.set(list, kept);
  blocks.block[o >> RECORD_SHIFT] = 0;
}

/** An object that comes from a free list has the block that was kept last. */
export function takeKeptBlock(h: HeapState, blocks: HeapBlocks, o: number): void {
  blocks.block[o >> RECORD_SHIFT] = blocks.kept.get(freeListOf(h, o))?.pop() ?? 0;
}

/** The free lists are given up. */
export function freeKeptBlocks(blocks: HeapBlocks): void {
  for (const kept of blocks.kept.values()) {
    for (const block of kept.splice(0)) free(blocks.pymalloc, block);
  }
}

/**
 * What belongs to an object has another size. The items of a list stay where they are when they can (`PyMem_Realloc`);
 * a key table or set table is made anew before the old one goes.
 */
export function resizeStorageBlock(h: HeapState, blocks: HeapBlocks, o: number, storageBytes: number): void {
  const at = o >> RECORD_SHIFT;
  const old = blocks.storage[at]!;
  if (blocks.block[at] === 0) return;
  if (storageBytes === 0) freeStorageBlock(blocks, o);
  else if (old !== 0 && h.memory[o + Field.TYPE] === Static.LIST_TYPE) {
    blocks.storage[at] = realloc(blocks.pymalloc, old, storageBytes);
  } else {
    blocks.storage[at] = malloc(blocks.pymalloc, storageBytes);
    if (old !== 0) free(blocks.pymalloc, old);
  }
}

/** What belongs to an object belongs to another one from now on, which has nothing yet. It stays where it is. */
export function moveStorageBlock(blocks: HeapBlocks, from: number, to: number): void {
  blocks.storage[to >> RECORD_SHIFT] = blocks.storage[from >> RECORD_SHIFT]!;
  blocks.storage[from >> RECORD_SHIFT] = 0;
}

/** The address of an object, in granules of 16 bytes; 0 for one that was there before the program. */
export function addressOf(blocks: HeapBlocks, o: number): number {
  return blocks.block[o >> RECORD_SHIFT]!;
}

function freeStorageBlock(blocks: HeapBlocks, o: number): void {
  const storage = blocks.storage[o >> RECORD_SHIFT]!;
  if (storage === 0) return;
  blocks.storage[o >> RECORD_SHIFT] = 0;
  free(blocks.pymalloc, storage);
}

/** Tuples of each length have a free list of their own. */
function freeListOf(h: HeapState, o: number): string {
  return `${h.memory[o + Field.TYPE]} ${h.memory[o + Field.LENGTH]}`;
}

function enlarged(words: Int32Array, length: number): Int32Array {
  const larger = new Int32Array(length);
  larger.set(words);
  return larger;
}
