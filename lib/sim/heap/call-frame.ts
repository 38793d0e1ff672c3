/**
 * The frames of calls from the heap into the program, up to 3.10: there each call has a frame object. A function keeps
 * its last one for the next call (its zombie frame), further ones go to a free list. Mirrors `PyFrame_New`, `frame_dealloc`.
 */

import { untrack } from "../gc/untrack";
import { Static } from "../objects/static-object";
import { countAllocation, createRecycled } from "./create";
import type { HeapState } from "./heap-state";
import { Field, Layout, State } from "./memory-map";
import { incref } from "./refcount";
import { builtinShape } from "./shape";

/** Whose frames they are: a function that the heap calls, or what an interpreter knows of a code object. */
export type FrameOwner = object;

/** `PyFrame_MAXFREELIST`. */
const MOST_KEPT = 200;

/**
 * Which frames are in use. A function that was never called is taken to have its zombie frame all the same; an interpreter
 * puts a new code object among those whose zombie frame is in use.
 */
export class CallFrames {
  /** Functions whose zombie frame is in use. */
  readonly running: Set<FrameOwner> = new Set();
  /** Frames on the free list. */
  kept = 0;
  /** Of each frame object that waits in the trashcan: whose frame it is. */
  readonly waiting: Map<number, FrameOwner> = new Map();

  /** A full collection gives the free list back. @returns how many frames that were. */
  clear(): number {
    const freed = this.kept;
    this.kept = 0;
    return freed;
  }
}

/** A call begins: its frame is the function's own, one from the free list, or a new one, which the collector counts. */
export function enterFrame(h: HeapState, code: FrameOwner): void {
  const { callFrames } = h;
  if (!callFrames.running.has(code)) callFrames.running.add(code);
  else if (callFrames.kept > 0) callFrames.kept--;
  else countAllocation(h);
}

/**
 * A call has ended. Inside of fifty nested deaths its frame does not die now: it waits in the trashcan, and goes on
 * holding the argument, which therefore lives a little longer.
 */
export function leaveFrame(h: HeapState, code: FrameOwner, argument: number): void {
  if (!h.trashcan.full) {
    if (!keepFrame(h, code) && h.memory[State.COUNT0]! > 0) h.memory[State.COUNT0]!--;
    return;
  }
  const frame = createRecycled(h, waitingFrameShape(h));
  untrack(h.memory, frame);
  incref(h, argument);
  h.memory[h.memory[frame + Field.START]!] = argument;
  h.memory[frame + Field.REFCNT] = 0;
  h.callFrames.waiting.set(frame, code);
  h.trashcan.deposit(frame);
}

/** A frame is free: it is its function's again, or goes to the free list. @returns whether it is kept. */
export function keepFrame(h: HeapState, code: FrameOwner | undefined): boolean {
  const { callFrames } = h;
  if (code !== undefined && callFrames.running.delete(code)) return true;
  if (callFrames.kept >= MOST_KEPT) return false;
  callFrames.kept++;
  return true;
}

function waitingFrameShape(h: HeapState): number {
  return builtinShape(h, {
    type: Static.FRAME_TYPE,
    length: 1,
    layout: Layout.TRASHCAN | Layout.FREE_LIST,
    blockBytes: h.profile.objects.frameBytes,
    storageBytes: 0,
  });
}
