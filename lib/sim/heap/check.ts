/** The invariants of a heap, one sentence each. `check` is their documentation, as `validate_list` is in gc.c. */

import { HeapCorruptionError } from "../errors";
import { unvisitedDicts } from "../objects/instance-dict";
import { Static } from "../objects/static-object";
import { typeName } from "../objects/type-name";
import type { HeapState } from "./heap-state";
import { Field, GcRefs, gcRefsAt, Place, ShapeWord, State } from "./memory-map";
import { referencesOf } from "./referents";
import { SHAPE_MARK, shapeOf } from "./shape";
import { SLOT_BLOCK_MARK, slotsIn } from "./slot-block";

/**
 * Verify every invariant of `h`. Call it between operations, not inside one. Walks all memory; changes nothing.
 *
 * @param outside - References that are held by nobody in the heap: how many, by object. What the interpreter and
 *   the program's own variables hold.
 * @throws {HeapCorruptionError} With the invariant that does not hold and the object that breaks it.
 */
export function check(h: HeapState, outside: ReadonlyMap<number, number>): void {
  const live = liveObjectsOf(h);
  checkCounts(h, live, outside);
  checkLists(h, live);
  checkUsage(h, live);
  for (const o of live) {
    demand(isResting(h, o), h, o, "gcRefs is used only inside a collection");
  }
}

/** Between collections `gcRefs` says nothing, or for the incremental collector that the object is in the visited space. */
function isResting(h: HeapState, o: number): boolean {
  const refs = h.memory[gcRefsAt(h.memory, o)];
  return refs === GcRefs.REACHABLE || (refs === GcRefs.VISITED && h.profile.collector.kind === "incremental");
}

/** Every allocated object that is alive, by walking memory record by record. */
export function liveObjectsOf(h: HeapState): Set<number> {
  const { memory } = h;
  const live = new Set<number>();
  for (let at: number = Static.FIRST_ALLOCATED; at < memory[State.TOP]!; ) {
    if (memory[at]! <= SLOT_BLOCK_MARK) at += 1 + slotsIn(SLOT_BLOCK_MARK - memory[at]!);
    else if (memory[at] === SHAPE_MARK) at += 1 + ShapeWord.WORDS;
    else {
      if (memory[at + Field.REFCNT] !== 0) live.add(at);
      at += Field.SLOTS + h.shapes.get(shapeOf(h, at).home)!.length;
    }
  }
  return live;
}

/** The count of each object equals the references to it; no reference leads to a dead object. */
function checkCounts(h: HeapState, live: ReadonlySet<number>, outside: ReadonlyMap<number, number>): void {
  const references = new Map<number, number>(outside);
  for (const [o, held] of h.internal) references.set(o, (references.get(o) ?? 0) + held);
  for (const dict of unvisitedDicts(h)) references.set(dict, (references.get(dict) ?? 0) + 1);
  for (const o of live) {
    for (const referent of referencesOf(h, o)) {
      const alive = referent < Static.FIRST_ALLOCATED || live.has(referent);
      demand(alive, h, o, "nothing refers to an object that has been deallocated");
      references.set(referent, (references.get(referent) ?? 0) + 1);
    }
  }
  for (const o of live) {
    const refcnt = h.memory[o + Field.REFCNT]!;
    const found = references.get(o) ?? 0;
    demand(refcnt === found, h, o, `refcnt is ${refcnt} and ${found} references to it exist`);
  }
}

/** The lists of the generations hold each tracked object once, and nothing else; their links agree both ways. */
function checkLists(h: HeapState, live: ReadonlySet<number>): void {
  const { memory } = h;
  const listed = new Set<number>();
  for (
    let head: number = Place.GENERATION_0;
    head <= Place.SURVIVORS;
    head += Place.GENERATION_1 - Place.GENERATION_0
  ) {
    for (let o = memory[head + Field.GC_NEXT]!; o !== head; o = memory[o + Field.GC_NEXT]!) {
      demand(live.has(o) && !listed.has(o), h, o, "a list holds each live tracked object once");
      demand(isGeneration(head), h, o, "the collector's own lists are empty between collections");
      demand(memory[memory[o + Field.GC_PREV]! + Field.GC_NEXT] === o, h, o, "gcPrev and gcNext agree");
      listed.add(o);
    }
  }
  for (const o of live) {
    demand(
      listed.has(o) === (memory[o + Field.GC_NEXT] !== 0),
      h,
      o,
      "an object is on a list if it is tracked",
    );
  }
}

function isGeneration(head: number): boolean {
  return head <= Place.GENERATION_2 || head === Place.PERMANENT;
}

/** The allocator's counters agree with the objects that are there. */
function checkUsage(h: HeapState, live: ReadonlySet<number>): void {
  const counts = new Map<number, number>();
  let untracked = 0;
  for (const o of live) {
    const shape = h.memory[o + Field.SHAPE]!;
    counts.set(shape, (counts.get(shape) ?? 0) + 1);
    if (h.memory[o + Field.GC_NEXT] === 0 && shapeOf(h, o).blockBytes > 0) untracked++;
  }
  const counted = [...h.shapes.keys()].every((at) => h.memory[at + ShapeWord.LIVE] === (counts.get(at) ?? 0));
  if (!counted || untracked !== h.memory[State.UNTRACKED]) {
    throw new HeapCorruptionError(
      "The heap's own counts of objects and blocks disagree with the objects that are there.",
    );
  }
}

function demand(holds: boolean, h: HeapState, o: number, invariant: string): void {
  if (holds) return;
  throw new HeapCorruptionError(
    `${typeName(h, o)} at ${o}: ${invariant}. This does not hold; CPython would not notice.`,
  );
}
