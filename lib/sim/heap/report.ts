/** Tells the listener of a heap what has happened. Kept out of the operations, which only test whether one listens. */

import type { HeapEvent } from "../event";
import { sizeBytes } from "../objects/size-bytes";
import { isImmortal } from "../objects/static-object";
import { typeName } from "../objects/type-name";
import type { HeapState } from "./heap-state";
import { Field, NEVER_PLAIN, State } from "./memory-map";

/** Listen to everything that happens from now on; null stops it. Costs nothing while nobody listens. */
export function observe(h: HeapState, onEvent: ((event: HeapEvent) => void) | null): void {
  h.onEvent = onEvent;
  h.memory[State.PLAIN_FROM] = onEvent === null ? 1 : NEVER_PLAIN;
}

/** Tells also of the reference that an instance takes to its class. */
export function reportCreate(h: HeapState, o: number): void {
  h.onEvent?.({ kind: "create", id: o, type: typeName(h, o), sizeBytes: sizeBytes(h, o) });
  const type = h.memory[o + Field.TYPE]!;
  if (h.classes.has(type)) reportCount(h, "incref", type);
}

/** Tells nothing of an immortal object: CPython leaves its count alone. */
export function reportCount(h: HeapState, kind: "incref" | "decref", o: number): void {
  if (!isImmortal(h, o)) h.onEvent?.({ kind, id: o, refcnt: h.memory[o + Field.REFCNT]! });
}

export function reportDealloc(h: HeapState, o: number): void {
  h.onEvent?.({ kind: "dealloc", id: o });
}

export function reportCollectStart(h: HeapState, generation: number): void {
  h.onCollection?.("start", generation, 0);
  h.onEvent?.({ kind: "collect-start", generation });
}

export function reportCollectStop(h: HeapState, generation: number, collected: number): void {
  h.onCollection?.("stop", generation, collected);
  h.onEvent?.({ kind: "collect-stop", generation, collected });
}
