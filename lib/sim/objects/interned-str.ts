/** Interned strings: one str for each name of an attribute or variable. Mirrors `PyUnicode_InternInPlace`. */

import { createAtom } from "../heap/create";
import type { HeapState } from "../heap/heap-state";
import { Layout, State } from "../heap/memory-map";
import { builtinShape } from "../heap/shape";
import { sharedStr } from "./shared-str";
import { Static } from "./static-object";

/**
 * The str of a name, made when it is new. The interpreter keeps one reference for good: the name stands in the code
 * that uses it. The caller owns none.
 *
 * Simplified: names belong to the program's code, which is no object here: they take no memory and are not counted
 * among the live objects.
 */
export function internedStr(h: HeapState, text: string): number {
  const known = h.interned.get(text);
  if (known !== undefined) return known;
  const shared = h.profile.evaluation.compiler.sharesLetters ? sharedStr(h, text) : 0;
  if (shared !== 0) {
    h.interned.set(text, shared);
    return shared;
  }
  const shape = builtinShape(h, {
    type: Static.STR_TYPE,
    length: 0,
    layout: Layout.ATOM,
    blockBytes: 0,
    storageBytes: 0,
  });
  const o = createAtom(h, shape);
  h.memory[State.UNTRACKED]!--;
  h.payload.set(o, text);
  h.interned.set(text, o);
  h.internal.set(o, 1);
  return o;
}
