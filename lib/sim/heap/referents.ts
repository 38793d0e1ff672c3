/** What an object refers to. Mirrors the `tp_traverse` of each type, and `gc.get_referents`. */

import { Static } from "../objects/static-object";
import type { HeapState } from "./heap-state";
import { Field, Layout } from "./memory-map";
import { ownDict } from "./own-dict";

/** Every reference that `o` holds and counts, its class last; duplicates included, in the order of its slots. */
export function referencesOf(h: HeapState, o: number): number[] {
  const { memory } = h;
  const start = memory[o + Field.START]!;
  const references: number[] = [];
  for (let i = start; i < start + memory[o + Field.LENGTH]!; i++) {
    if (memory[i] !== 0 && memory[i] !== Static.SET_DUMMY) references.push(memory[i]!);
  }
  if ((memory[o + Field.LAYOUT]! & Layout.SUBCLASS) !== 0 && ownDict(memory, o) !== 0)
    references.push(ownDict(memory, o));
  if (h.classes.has(memory[o + Field.TYPE]!)) references.push(memory[o + Field.TYPE]!);
  return references;
}

/** `gc.get_referents(o)`: in the order of traversal. A dict all whose keys have ever been str does not tell of them. */
export function referentsOf(h: HeapState, o: number): number[] {
  const { memory } = h;
  const references = referencesOf(h, o);
  if ((memory[o + Field.LAYOUT]! & Layout.BACKWARD) !== 0) return references.reverse();
  const onlyStr = (memory[o + Field.LAYOUT]! & Layout.PAIRS) !== 0 && h.dicts.get(o)?.onlyStr !== false;
  return onlyStr ? references.filter((_, i) => i % 2 === 0) : references;
}
