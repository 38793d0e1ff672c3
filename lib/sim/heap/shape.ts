/** What is the same for all objects of a kind and size. Objects of one shape are counted together and reuse each other's records. */

import { moveStorageBlock, resizeStorageBlock } from "../alloc/heap-blocks";
import { requestShareBytes, SMALL_REQUEST_BYTES, sizeClassOf } from "../alloc/size-class";
import type { HeapState } from "./heap-state";
import { Field, Layout, ShapeWord } from "./memory-map";
import { takeWords } from "./slot-block";

/** The word in front of a shape in memory, so that a walk can tell it from an object. */
export const SHAPE_MARK = -1;

/** One kind of object in one size. */
export interface Shape {
  /** The class. */
  readonly type: number;
  /** Slots inside the record: the number of references of an object of fixed size, 0 for others. */
  readonly length: number;
  /** Flags of a new object (memory-map.ts). */
  readonly layout: number;
  /** Bytes requested for the object itself, GC head included. */
  readonly blockBytes: number;
  /** Bytes requested for what belongs to it: attribute values, list items, dict keys. 0 = nothing. */
  readonly storageBytes: number;
  /** Positions of its slots in the order in which `tp_dealloc` releases them. Only with `Layout.MEMBERS`. */
  readonly released?: readonly number[];
  /** The same for `tp_clear`; empty for a type without one. Only with `Layout.MEMBERS`. */
  readonly cleared?: readonly number[];
  /** What both take from the process: see {@link requestShareBytes}. */
  readonly shareBytes: number;
  /** The shape that its record has when it is free: itself, or what a list was before it grew. */
  readonly home: number;
}

/** What is told of a shape to make it. */
export type NewShape = Omit<Shape, "shareBytes" | "home">;

/** Add a shape. @param home - When it is not its own. @returns the place of its words in memory. */
export function addShape(h: HeapState, shape: NewShape, home?: number): number {
  const { allocator } = h.profile;
  const shareBytes =
    requestShareBytes(allocator, shape.blockBytes) + requestShareBytes(allocator, shape.storageBytes);
  const mark = takeWords(h, 1 + ShapeWord.WORDS);
  h.memory[mark] = SHAPE_MARK;
  h.memory[mark + 1 + ShapeWord.BLOCK_CLASS] = sizeClassOf(shape.blockBytes);
  h.memory[mark + 1 + ShapeWord.MORE_BLOCKS] = moreBlocks(shape);
  const threadCounted = h.profile.collector.kind === "free-threaded" ? Layout.THREAD_COUNTED : 0;
  const layout = shape.layout | threadCounted;
  h.shapes.set(mark + 1, { ...shape, layout, shareBytes, home: home ?? mark + 1 });
  return mark + 1;
}

/** The shape of a built-in type in a size; added when it is new. @returns the place of its words in memory. */
export function builtinShape(h: HeapState, shape: NewShape): number {
  // Length and layout follow from type and size, so that type and size identify a built-in type's shape.
  const key = `${shape.type} ${shape.blockBytes} ${shape.storageBytes}`;
  return known(h, key, () => addShape(h, shape));
}

/** The shape of a live object. */
export function shapeOf(h: HeapState, o: number): Shape {
  return h.shapes.get(h.memory[o + Field.SHAPE]!)!;
}

/** What belongs to a live object has another size now. */
export function resizeStorage(h: HeapState, o: number, storageBytes: number): void {
  if (h.blocks !== null) resizeStorageBlock(h, h.blocks, o, storageBytes);
  reshape(h, o, storageBytes);
}

/** What belongs to `from` belongs to `to` from now on, which has nothing yet. */
export function moveStorage(h: HeapState, from: number, to: number): void {
  if (h.blocks !== null) moveStorageBlock(h.blocks, from, to);
  reshape(h, to, shapeOf(h, from).storageBytes);
  reshape(h, from, 0);
}

function reshape(h: HeapState, o: number, storageBytes: number): void {
  const old = h.memory[o + Field.SHAPE]!;
  const shape = { ...shapeOf(h, o), storageBytes };
  const resized = known(h, `${shape.home} with ${storageBytes}`, () => addShape(h, shape, shape.home));
  h.memory[old + ShapeWord.LIVE]!--;
  h.memory[resized + ShapeWord.LIVE]!++;
  h.memory[o + Field.SHAPE] = resized;
}

function known(h: HeapState, key: string, add: () => number): number {
  let shapeAt = h.builtinShapes.get(key);
  if (shapeAt === undefined) {
    shapeAt = add();
    h.builtinShapes.set(key, shapeAt);
  }
  return shapeAt;
}

/** See `ShapeWord.MORE_BLOCKS`. */
function moreBlocks({ blockBytes, storageBytes }: NewShape): number {
  if (blockBytes === 0) return 0;
  return Math.max(blockBytes, storageBytes) > SMALL_REQUEST_BYTES ? -1 : sizeClassOf(storageBytes);
}
