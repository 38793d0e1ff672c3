/** An object in one line, as a reader wants to see it. */

import { generationOf } from "../gc/generation";
import { isImmortal, Static } from "../objects/static-object";
import { typeName } from "../objects/type-name";
import type { HeapState } from "./heap-state";
import { Field } from "./memory-map";

/**
 * One line on a live object.
 *
 * @example
 * describe(h, o); // "<Leak object, refcnt 2, generation 0>"
 */
export function describe(h: HeapState, o: number): string {
  if (o === Static.NONE) return "<None>";
  const refcnt = `refcnt ${shownRefcnt(h, o)}`;
  const payload = h.payload.get(o);
  if (payload !== undefined)
    return `<${typeName(h, o)} ${typeof payload === "bigint" ? payload : JSON.stringify(payload)}, ${refcnt}>`;
  const generation = generationOf(h.memory, o);
  const where = generation < 0 ? "not tracked" : `generation ${generation}`;
  const record = h.classes.get(o);
  const what = record === undefined ? `${typeName(h, o)} object` : `class ${record.name}`;
  return `<${what}, ${refcnt}, ${where}>`;
}

/** The count that CPython shows: immortal objects show a constant of their version. */
export function shownRefcnt(h: HeapState, o: number): number {
  const { immortalRefcnt } = h.profile.objects;
  return immortalRefcnt !== null && isImmortal(h, o) ? immortalRefcnt : h.memory[o + Field.REFCNT]!;
}
