/** The strs that exist once: the empty one and those of one Latin-1 character. Mirrors `get_latin1_char`. */

import { createAtom } from "../heap/create";
import type { HeapState } from "../heap/heap-state";
import { Layout, State } from "../heap/memory-map";
import { builtinShape } from "../heap/shape";
import { placeStaticObject, Static } from "./static-object";

/** One past the last Latin-1 character; the empty str has this place in the table. */
const CHARACTERS = 256;

/** By heap and character. */
const tables = new WeakMap<HeapState, Int32Array>();

/**
 * The str that every operation gives for a text of one Latin-1 character, or none; 0 for any other text. The interpreter
 * keeps a reference for good: the caller owns none.
 */
export function sharedStr(h: HeapState, text: string): number {
  if (text.length > 1) return 0;
  const place = text === "" ? CHARACTERS : text.charCodeAt(0);
  if (place > CHARACTERS || (place === CHARACTERS && text !== "")) return 0;
  const table = tables.get(h) ?? new Int32Array(CHARACTERS + 1);
  tables.set(h, table);
  if (table[place] === 0)
    table[place] = h.profile.objects.immortal ? immortalStr(h, text) : startupStr(h, text);
  return table[place]!;
}

/** From 3.12 on a part of the interpreter (`_Py_SINGLETON(strings).ascii`). */
function immortalStr(h: HeapState, text: string): number {
  const o = placeStaticObject(h, Static.STR_TYPE);
  h.payload.set(o, text);
  return o;
}

/** Up to 3.11 made when it is first needed, which is mostly before the program: it takes no memory here. */
function startupStr(h: HeapState, text: string): number {
  const o = createAtom(
    h,
    builtinShape(h, {
      type: Static.STR_TYPE,
      length: 0,
      layout: Layout.ATOM,
      blockBytes: 0,
      storageBytes: 0,
    }),
  );
  h.memory[State.UNTRACKED]!--;
  h.payload.set(o, text);
  h.internal.set(o, 1);
  return o;
}
