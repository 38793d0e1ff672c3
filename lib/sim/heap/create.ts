/** Where objects come from. Mirrors `_PyObject_GC_New` and `_PyObject_GC_Link`: count, perhaps collect, make, track. */

import { collectGenerations } from "../gc/collect-generations";
import { append } from "../gc/gc-list";
import type { HeapState } from "./heap-state";
import { Field, GcRefs, Layout, Place, State } from "./memory-map";
import { reportCreate } from "./report";
import { blockClassFor, giveBlock, slotsIn, takeBlock, takeWords } from "./slot-block";

/**
 * Make a container with `length` empty slots and link it into the youngest generation.
 *
 * Counts one allocation; when that exceeds the threshold, the collector runs before the new object exists
 * (up to 3.11) or is scheduled for the next safe point (3.12+). After this the caller owns the one reference.
 *
 * @param flags - Layout.GROWABLE (then `length` is 0), Layout.BACKWARD.
 * @param footprint - What it takes from the allocator (alloc/footprint.ts).
 */
export function createContainer(
  h: HeapState,
  type: number,
  length: number,
  flags: number,
  footprint: number,
): number {
  const count0 = h.memory[State.COUNT0]! + 1;
  h.memory[State.COUNT0] = count0;
  if (count0 > h.memory[State.THRESHOLD0]!) thresholdExceeded(h);
  const o = takeRecord(h, blockClassFor(length), flags);
  const { memory } = h;
  memory[o + Field.REFCNT] = 1;
  memory[o + Field.TYPE] = type;
  memory[o + Field.LENGTH] = length;
  memory[o + Field.FOOTPRINT] = footprint;
  h.footprintCounts[footprint]!++;
  append(memory, Place.GENERATION_0, o);
  if (memory[State.OBSERVED] !== 0) reportCreate(h, o);
  return o;
}

/** Make an object that holds no references: not tracked, not counted by the collector. The caller owns the reference. */
export function createAtom(h: HeapState, type: number, footprint: number): number {
  const o = takeRecord(h, 0, Layout.ATOM);
  const { memory } = h;
  memory[o + Field.REFCNT] = 1;
  memory[o + Field.TYPE] = type;
  memory[o + Field.LENGTH] = 0;
  memory[o + Field.FOOTPRINT] = footprint;
  memory[o + Field.GC_NEXT] = 0;
  memory[State.UNTRACKED]!++;
  h.footprintCounts[footprint]!++;
  if (memory[State.OBSERVED] !== 0) reportCreate(h, o);
  return o;
}

/** Exchange an object's slots for a block that holds `length` of them. Keeps those in use; the others are 0. */
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
}

/** `count > threshold` holds: `_PyObject_GC_Link` decides what follows. A threshold of 0 switches the collector off. */
function thresholdExceeded(h: HeapState): void {
  const { memory } = h;
  if (memory[State.ENABLED] === 0 || memory[State.COLLECTING] !== 0 || memory[State.THRESHOLD0] === 0) return;
  if (memory[State.COLLECTS_IN_ALLOCATION] !== 0) collectGenerations(h);
  else memory[State.SCHEDULED] = 1;
}

/** A record with empty inline slots for the block class, the last one freed first. */
function takeRecord(h: HeapState, blockClass: number, flags: number): number {
  const { memory } = h;
  const free = memory[State.FREE_RECORDS + blockClass]!;
  if (free === 0) return newRecord(h, blockClass, flags);
  memory[State.FREE_RECORDS + blockClass] = memory[free + Field.GC_NEXT]!;
  const births = (memory[free + Field.LAYOUT]! & ~Layout.FLAGS) + Layout.ONE_BIRTH;
  memory[free + Field.LAYOUT] = births | flags | blockClass;
  return free;
}

function newRecord(h: HeapState, blockClass: number, flags: number): number {
  const o = takeWords(h, Field.SLOTS + slotsIn(blockClass));
  h.memory[o + Field.GC_REFS] = GcRefs.REACHABLE;
  h.memory[o + Field.START] = o + Field.SLOTS;
  h.memory[o + Field.LAYOUT] = flags | blockClass;
  return o;
}
