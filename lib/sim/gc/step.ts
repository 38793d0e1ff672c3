/** A collection, step by step: what each object's `gc_refs` is, and on which list it stands. For teaching. */

import type { HeapState } from "../heap/heap-state";
import { Field, GcRefs, gcRefsAt } from "../heap/memory-map";
import { typeName } from "../objects/type-name";

/** The steps, by the names of the functions in gc.c. */
export type StepName =
  | "merge_younger"
  | "update_refs"
  | "subtract_refs"
  | "move_unreachable"
  | "untrack_tuples"
  | "handle_weakrefs"
  | "finalize_garbage"
  | "handle_resurrected"
  | "delete_garbage";

/** One object as it stands after a step. */
export interface SteppedObject {
  readonly id: number;
  readonly type: string;
  readonly refcnt: number;
  /** `gc_refs` while it is a count; "reachable" and "unreachable" once the step has decided, for now. */
  readonly gcRefs: number | "reachable" | "unreachable";
  /** The collected list, or the list of what seems to be garbage. */
  readonly list: "young" | "unreachable";
}

/** What a collection looks like after one of its steps. */
export interface CollectorStep {
  readonly step: StepName;
  readonly generation: number;
  /** In the order of the lists. */
  readonly objects: readonly SteppedObject[];
}

/** Told after each step. It must not change the heap. */
export type OnCollectorStep = (step: CollectorStep) => void;

/** Tell the recorder, if there is one, how things stand after a step. 0 stands for no list. */
export function reportStep(h: HeapState, step: StepName, young: number, unreachable: number): void {
  if (h.onStep === null) return;
  const objects = [...listed(h, young, "young"), ...listed(h, unreachable, "unreachable")];
  h.onStep({ step, generation: h.collecting, objects });
}

function* listed(h: HeapState, list: number, name: SteppedObject["list"]): Generator<SteppedObject> {
  if (list === 0) return;
  const { memory } = h;
  for (let o = memory[list + Field.GC_NEXT]!; o !== list; o = memory[o + Field.GC_NEXT]!) {
    yield {
      id: o,
      type: typeName(h, o),
      refcnt: memory[o + Field.REFCNT]!,
      gcRefs: shownRefs(memory, o),
      list: name,
    };
  }
}

function shownRefs(memory: Int32Array, o: number): SteppedObject["gcRefs"] {
  const refs = memory[gcRefsAt(memory, o)]!;
  if (refs >= 0) return refs;
  return refs === GcRefs.TENTATIVELY_UNREACHABLE ? "unreachable" : "reachable";
}
