/** Where objects come from. Mirrors `_PyObject_GC_New` and `_PyObject_GC_Link`: count, perhaps collect, make, track. */

import { BlockWord, takeBlocks, takeKeptBlock, takeMoreBlocks } from "../alloc/heap-blocks";
import { mallocSmall } from "../alloc/malloc";
import { collectGenerations } from "../gc/collect-generations";
import { recordAllocation } from "../gc/free-threaded/allocation-count";
import { append } from "../gc/gc-list";
import type { HeapState } from "./heap-state";
import { Field, GcRefs, gcRefsAt, Layout, NEVER_PLAIN, Place, ShapeWord, State } from "./memory-map";
import { reportCreate } from "./report";
import { blockClassFor, giveBlock, SLOT_BLOCK_MARK, slotsIn, takeBlock, takeWords } from "./slot-block";

/**
 * Make a container with empty slots and link it into the youngest generation.
 *
 * Counts one allocation; when that exceeds the threshold, the collector runs before the new object exists
 * (up to 3.11) or is scheduled for the next safe point (3.12+). After this the caller owns the one reference.
 */
export function createContainer(h: HeapState, shape: number): number {
  let { memory } = h;
  const { blocks } = h;
  // Memory comes first, as in `_PyObject_GC_New`: a collection that follows finds the block in use.
  const block = blocks === null ? 0 : mallocSmall(blocks, memory[shape + ShapeWord.BLOCK_CLASS]!);
  const count0 = memory[State.COUNT0]! + 1;
  memory[State.COUNT0] = count0;
  if (count0 > memory[State.TRIGGER]! || memory[shape + ShapeWord.FREE] === 0) memory = prepare(h, shape);
  const o = memory[shape + ShapeWord.FREE]!;
  memory[shape + ShapeWord.FREE] = memory[o + Field.GC_NEXT]!;
  memory[shape + ShapeWord.LIVE]!++;
  memory[o + Field.REFCNT] = 1;
  append(memory, Place.GENERATION_0, o);
  if (blocks !== null) {
    memory[o + BlockWord.OWN] = block;
    if (memory[shape + ShapeWord.MORE_BLOCKS] !== 0) takeMoreBlocks(h, blocks, o, shape);
  }
  if (memory[State.PLAIN_FROM] === NEVER_PLAIN) reportCreate(h, o);
  return o;
}

/** Make a container that comes from a free list: not counted, so that no collection follows. Otherwise as {@link createContainer}. */
export function createRecycled(h: HeapState, shape: number): number {
  if (h.memory[shape + ShapeWord.FREE] === 0) addRecords(h, shape);
  const { memory } = h;
  const o = memory[shape + ShapeWord.FREE]!;
  memory[shape + ShapeWord.FREE] = memory[o + Field.GC_NEXT]!;
  memory[shape + ShapeWord.LIVE]!++;
  memory[o + Field.REFCNT] = 1;
  append(memory, Place.GENERATION_0, o);
  if (h.blocks !== null) takeKeptBlock(h, h.blocks, o);
  if (memory[State.PLAIN_FROM] === NEVER_PLAIN) reportCreate(h, o);
  return o;
}

/** Make an object that holds no references: not tracked, not counted by the collector. The caller owns the reference. */
export function createAtom(h: HeapState, shape: number): number {
  if (h.memory[shape + ShapeWord.FREE] === 0) addRecords(h, shape);
  const { memory } = h;
  const o = memory[shape + ShapeWord.FREE]!;
  memory[shape + ShapeWord.FREE] = memory[o + Field.GC_NEXT]!;
  memory[shape + ShapeWord.LIVE]!++;
  memory[o + Field.REFCNT] = 1;
  memory[o + Field.GC_NEXT] = 0;
  memory[State.UNTRACKED]!++;
  if (h.blocks !== null) takeBlocks(h, h.blocks, o, shape);
  if (memory[State.PLAIN_FROM] === NEVER_PLAIN) reportCreate(h, o);
  return o;
}

/** Exchange an object's slots for a block that holds `length` of them. Keeps those in use; the others are empty. */
export function growSlots(h: HeapState, o: number, length: number): void {
  const blockClass = blockClassFor(length);
  const to = takeBlock(h, blockClass);
  const { memory } = h;
  const from = memory[o + Field.START]!;
  const used = memory[o + Field.LENGTH]!;
  const layout = memory[o + Field.LAYOUT]!;
  memory.copyWithin(to, from, from + used);
  memory.fill(0, to + used, to + slotsIn(blockClass));
  memory[o + Field.START] = to;
  memory[o + Field.LAYOUT] = (layout & ~Layout.BLOCK_CLASS) | Layout.GROWABLE | blockClass;
  if ((layout & Layout.GROWABLE) !== 0) giveBlock(h, layout & Layout.BLOCK_CLASS, from);
  else memory.fill(0, from, from + used);
}

/** What comes before some allocations: a collection, or new records. @returns the memory, which may be another one. */
function prepare(h: HeapState, shape: number): Int32Array {
  if (h.profile.collector.kind === "free-threaded") {
    h.memory[State.COUNT0]!--;
    recordAllocation(h);
  } else if (h.memory[State.COUNT0]! > h.memory[State.THRESHOLD0]!) thresholdExceeded(h);
  if (h.memory[shape + ShapeWord.FREE] === 0) addRecords(h, shape);
  return h.memory;
}

/** Count an allocation of something that is no object of this heap; what follows is as for any container. */
export function countAllocation(h: HeapState): void {
  h.memory[State.COUNT0]!++;
  if (h.memory[State.COUNT0]! > h.memory[State.THRESHOLD0]!) thresholdExceeded(h);
}

/** `count > threshold` holds: `_PyObject_GC_Link` decides what follows. A threshold of 0 switches the collector off. */
function thresholdExceeded(h: HeapState): void {
  const { memory } = h;
  if (memory[State.ENABLED] === 0 || memory[State.COLLECTING] !== 0 || memory[State.THRESHOLD0] === 0) return;
  if (memory[State.COLLECTS_IN_ALLOCATION] !== 0) collectGenerations(h);
  else memory[State.SCHEDULED] = 1;
}

/** So many records are added at a time, as pymalloc adds blocks by the pool. */
const RECORDS_AT_A_TIME = 16;

/**
 * Add free records. What is the same for all objects of the shape is written here, once: it stays in the record while
 * it is free.
 */
function addRecords(h: HeapState, shape: number): void {
  const { layout, length, type } = h.shapes.get(shape)!;
  const front = h.blocks === null ? 0 : BlockWord.WORDS;
  const words = front + Field.SLOTS + length;
  const first = front + takeWords(h, words * RECORDS_AT_A_TIME);
  const { memory } = h;
  // From the last to the first, so that the first is taken first.
  for (let o = first + words * (RECORDS_AT_A_TIME - 1); o >= first; o -= words) {
    if (front !== 0) memory[o + BlockWord.MARK] = SLOT_BLOCK_MARK - blockClassFor(front - 1);
    memory[o + Field.TYPE] = type;
    memory[gcRefsAt(memory, o)] = GcRefs.REACHABLE;
    memory[o + Field.START] = o + Field.SLOTS;
    memory[o + Field.LENGTH] = length;
    memory[o + Field.LAYOUT] = layout;
    memory[o + Field.SHAPE] = shape;
    memory[o + Field.GC_NEXT] = memory[shape + ShapeWord.FREE]!;
    memory[shape + ShapeWord.FREE] = o;
  }
}
