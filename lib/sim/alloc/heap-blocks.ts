/** Where each object of a heap lies, when its memory is modelled block by block. */

import { BadArgumentError } from "../errors";
import type { HeapState } from "../heap/heap-state";
import { Field, ShapeWord, State } from "../heap/memory-map";
import { Static } from "../objects/static-object";
import { free, malloc, mallocSmall, realloc } from "./malloc";
import { Pymalloc } from "./pymalloc";

/**
 * Words in front of an object's record, as CPython has the GC head there: a slot block (slot-block.ts) of two addresses,
 * so that they lie with what else is read when the object is made and when it dies. 0 = no block.
 */
export const enum BlockWord {
  /** The mark of a slot block. */
  MARK = -3,
  /** The object's own block. */
  OWN = -2,
  /** The block of what belongs to it: attribute values, items, keys. */
  STORAGE = -1,
  WORDS = 3,
}

/** The allocator of a heap. One object with its state, because whatever makes or frees an object looks there. */
export class HeapBlocks extends Pymalloc {
  /** The blocks of the objects on each free list, the last one kept at the end. */
  readonly kept: Map<string, number[]> = new Map();

  constructor(readonly h: HeapState) {
    super(h.profile.allocator);
  }
}

/**
 * Model the memory of a heap block by block.
 *
 * @throws {BadArgumentError} When there are objects on it already: their records have no room for addresses.
 */
export function modelBlocks(h: HeapState): void {
  if (h.memory[State.TOP] !== Static.FIRST_ALLOCATED)
    throw new BadArgumentError(
      "modelBlocks cannot begin on a heap that has objects. Call it before the first one is made.",
    );
  h.blocks = new HeapBlocks(h);
}

/** A new object gets its block, then the block of what belongs to it. What was there before the program has neither. */
export function takeBlocks(h: HeapState, blocks: HeapBlocks, o: number, shape: number): void {
  const { memory } = h;
  memory[o + BlockWord.OWN] = mallocSmall(blocks, memory[shape + ShapeWord.BLOCK_CLASS]!);
  if (memory[shape + ShapeWord.MORE_BLOCKS] !== 0) takeMoreBlocks(h, blocks, o, shape);
}

/** The same for what `ShapeWord.MORE_BLOCKS` tells of, when the object has its own small block. */
export function takeMoreBlocks(h: HeapState, blocks: HeapBlocks, o: number, shape: number): void {
  const sizeClass = h.memory[shape + ShapeWord.MORE_BLOCKS]!;
  if (sizeClass < 0) takeLargeBlocks(h, blocks, o, shape);
  else h.memory[o + BlockWord.STORAGE] = mallocSmall(blocks, sizeClass);
}

/** A dead object gives its blocks back. */
export function freeBlocks(memory: Int32Array, blocks: HeapBlocks, o: number): void {
  if (memory[o + BlockWord.STORAGE] !== 0) freeStorageBlock(memory, blocks, o);
  free(blocks, memory[o + BlockWord.OWN]!);
}

/** A dead object goes to a free list, and its block with it. */
export function keepBlock(h: HeapState, blocks: HeapBlocks, o: number): void {
  const { memory } = h;
  freeStorageBlock(memory, blocks, o);
  const list = freeListOf(h, o);
  const kept = blocks.kept.get(list) ?? [];
  kept.push(memory[o + BlockWord.OWN]!);
  blocks.kept.set(list, kept);
  memory[o + BlockWord.OWN] = 0;
}

/** An object that comes from a free list has the block that was kept last. */
export function takeKeptBlock(h: HeapState, blocks: HeapBlocks, o: number): void {
  h.memory[o + BlockWord.OWN] = blocks.kept.get(freeListOf(h, o))?.pop() ?? 0;
}

/** The free lists are given up. */
export function freeKeptBlocks(blocks: HeapBlocks): void {
  for (const kept of blocks.kept.values()) {
    for (const block of kept.splice(0)) free(blocks, block);
  }
}

/**
 * What belongs to an object has another size. The items of a list stay where they are when they can (`PyMem_Realloc`);
 * a key table or set table is made anew before the old one goes.
 */
export function resizeStorageBlock(h: HeapState, blocks: HeapBlocks, o: number, storageBytes: number): void {
  const { memory } = h;
  const old = memory[o + BlockWord.STORAGE]!;
  if (memory[o + BlockWord.OWN] === 0) return;
  if (storageBytes === 0) freeStorageBlock(memory, blocks, o);
  else if (old !== 0 && memory[o + Field.TYPE] === Static.LIST_TYPE) {
    memory[o + BlockWord.STORAGE] = realloc(blocks, old, storageBytes);
  } else {
    memory[o + BlockWord.STORAGE] = malloc(blocks, storageBytes);
    free(blocks, old);
  }
}

/** What belongs to an object belongs to another one from now on, which has nothing yet. It stays where it is. */
export function moveStorageBlock(blocks: HeapBlocks, from: number, to: number): void {
  const { memory } = blocks.h;
  memory[to + BlockWord.STORAGE] = memory[from + BlockWord.STORAGE]!;
  memory[from + BlockWord.STORAGE] = 0;
}

/** The address of an object, in granules of 16 bytes; 0 for one that was there before the program. */
export function addressOf(blocks: HeapBlocks, o: number): number {
  return o < Static.FIRST_ALLOCATED ? 0 : blocks.h.memory[o + BlockWord.OWN]!;
}

function takeLargeBlocks(h: HeapState, pymalloc: HeapBlocks, o: number, shape: number): void {
  const { memory } = h;
  const { blockBytes, storageBytes } = h.shapes.get(shape)!;
  if (memory[o + BlockWord.OWN] === 0) memory[o + BlockWord.OWN] = malloc(pymalloc, blockBytes);
  if (storageBytes !== 0) memory[o + BlockWord.STORAGE] = malloc(pymalloc, storageBytes);
}

function freeStorageBlock(memory: Int32Array, blocks: HeapBlocks, o: number): void {
  const storage = memory[o + BlockWord.STORAGE]!;
  memory[o + BlockWord.STORAGE] = 0;
  free(blocks, storage);
}

/** Tuples of each length have a free list of their own. */
function freeListOf(h: HeapState, o: number): string {
  const type = h.memory[o + Field.TYPE]!;
  return type === Static.TUPLE_TYPE ? `${type} ${h.memory[o + Field.LENGTH]}` : `${type}`;
}
