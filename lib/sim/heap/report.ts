/** Tells the listener of a heap what has happened. Kept out of the operations, which only test whether one listens. */

import type { HeapEvent } from "../event";
import { sizeBytes } from "../objects/size-bytes";
import { isImmortal, Static } from "../objects/static-object";
import { typeName } from "../objects/type-name";
import type { HeapState } from "./heap-state";
import { Field, NEVER_PLAIN, State } from "./memory-map";
import { shapeOf } from "./shape";

/** Listen to everything that happens from now on; null stops it. Costs nothing while nobody listens. */
export function observe(h: HeapState, onEvent: ((event: HeapEvent) => void) | null): void {
  h.onEvent = onEvent;
  h.memory[State.PLAIN_FROM] = onEvent === null ? 1 : NEVER_PLAIN;
}

/** Tells also of the reference that an instance takes to its class. */
export function reportCreate(h: HeapState, o: number): void {
  if (wasThereBefore(h, o)) return;
  h.onEvent?.({ kind: "create", id: o, type: typeName(h, o), sizeBytes: sizeBytes(h, o) });
  const type = h.memory[o + Field.TYPE]!;
  if (h.classes.has(type)) reportCount(h, "incref", type);
}

/** Tells nothing of an immortal object: CPython leaves its count alone. */
export function reportCount(h: HeapState, kind: "incref" | "decref", o: number): void {
  if (!isImmortal(h, o) && !wasThereBefore(h, o))
    h.onEvent?.({ kind, id: o, refcnt: h.memory[o + Field.REFCNT]! });
}

/** Is it part of what was there before the program: a name, the dict of a module? */
function wasThereBefore(h: HeapState, o: number): boolean {
  return o >= Static.FIRST_ALLOCATED && shapeOf(h, o).blockBytes === 0;
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
