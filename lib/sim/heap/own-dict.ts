/**
 * The dict of an instance whose slots are the items of its built-in base: `class C(list)`. The word that refers to it is
 * none of the slots: behind those that are in the record, or the first of the record when the slots are elsewhere.
 */

import type { HeapState } from "./heap-state";
import { Field, Layout } from "./memory-map";
import { decrefInFull } from "./refcount";

/** The place of the word, in an object with `Layout.SUBCLASS`. */
export function ownDictAt(memory: Int32Array, o: number): number {
  if ((memory[o + Field.LAYOUT]! & Layout.GROWABLE) !== 0) return o + Field.SLOTS;
  return memory[o + Field.START]! + memory[o + Field.LENGTH]!;
}

/** The dict, borrowed; 0 = none has been made. */
export function ownDict(memory: Int32Array, o: number): number {
  return memory[ownDictAt(memory, o)]!;
}

/** Let go of the dict. */
export function dropOwnDict(h: HeapState, o: number): void {
  const at = ownDictAt(h.memory, o);
  const dict = h.memory[at]!;
  h.memory[at] = 0;
  if (dict !== 0) decrefInFull(h, dict);
}
