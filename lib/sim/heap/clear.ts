/** Makes a container drop what it holds while it stays alive. Mirrors the `tp_clear` of each type. */

import { Static } from "../objects/static-object";
import type { HeapState } from "./heap-state";
import { Field, Layout } from "./memory-map";
import { decrefInFull } from "./refcount";
import { resizeStorage } from "./shape";
import { giveBlock } from "./slot-block";

/**
 * Release every reference that `o` holds, in the order of its dealloc. The caller keeps `o` alive meanwhile.
 * A tuple is left alone: it has no `tp_clear`, because nobody may see a tuple change.
 */
export function clear(h: HeapState, o: number): void {
  if ((h.memory[o + Field.LAYOUT]! & (Layout.GROWABLE | Layout.BACKWARD)) === 0) return clearAttributes(h, o);
  const type = h.memory[o + Field.TYPE]!;
  if (type === Static.LIST_TYPE || type === Static.DICT_TYPE) clearItems(h, o, type === Static.LIST_TYPE);
  else if (type !== Static.TUPLE_TYPE) clearAttributes(h, o);
}

/** An instance: its values go one by one, in the order of the shared keys. */
function clearAttributes(h: HeapState, o: number): void {
  const { memory } = h;
  const start = memory[o + Field.START]!;
  const end = start + memory[o + Field.LENGTH]!;
  for (let i = start; i < end; i++) {
    const referent = memory[i]!;
    if (referent === 0) continue;
    memory[i] = 0;
    decrefInFull(h, referent);
  }
}

/** A list or dict: it is empty before the first reference goes (`list_clear`, `PyDict_Clear`). */
function clearItems(h: HeapState, o: number, backward: boolean): void {
  const { memory } = h;
  const start = memory[o + Field.START]!;
  const length = memory[o + Field.LENGTH]!;
  const layout = memory[o + Field.LAYOUT]!;
  resizeStorage(h, o, 0);
  memory[o + Field.LENGTH] = 0;
  memory[o + Field.LAYOUT] = layout & ~Layout.BLOCK_CLASS;
  h.dictIndex.delete(o);
  for (let i = 0; i < length; i++) {
    const referent = memory[backward ? start + length - 1 - i : start + i]!;
    if (referent !== 0) decrefInFull(h, referent);
  }
  giveBlock(h, layout & Layout.BLOCK_CLASS, start);
}
