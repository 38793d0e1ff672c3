/** The references that an object holds, with the words by which a reader knows them. */

import type { HeapState } from "../../sim/heap/heap-state";
import { Field, Layout } from "../../sim/heap/memory-map";
import { referencesOf } from "../../sim/heap/referents";
import { shapeOf } from "../../sim/heap/shape";
import { item, keysOf } from "../../sim/objects/dict";
import { Static } from "../../sim/objects/static-object";

/** One reference. */
export interface Edge {
  readonly to: number;
  /** ".name", "[0]", "['key']"; "" where there is no better word. */
  readonly reference: string;
}

/** Every reference of `o` to another object, its class left out. */
export function edgesOf(h: HeapState, o: number): readonly Edge[] {
  const { memory } = h;
  const type = memory[o + Field.TYPE]!;
  const cls = h.classes.get(type);
  if (type === Static.DICT_TYPE) return dictEdges(h, o);
  const references = slotsOf(h, o);
  if (cls !== undefined && (memory[o + Field.LAYOUT]! & Layout.MEMBERS) === 0) {
    return references.map(({ to, i }) => ({
      to,
      reference:
        memory[to + Field.TYPE] === Static.DICT_TYPE && i >= cls.keys.length
          ? ""
          : `.${cls.keys[i] ?? "__dict__"}`,
    }));
  }
  const indexed = type === Static.LIST_TYPE || type === Static.TUPLE_TYPE;
  return references.map(({ to, i }) => ({ to, reference: indexed ? `[${i}]` : "" }));
}

/** Everything that can be reached from `roots`. */
export function reachableFrom(h: HeapState, roots: Iterable<number>): Set<number> {
  const reached = new Set<number>(roots);
  // A set is iterated in the order of insertion, what is added on the way included.
  for (const o of reached) for (const to of referencesOf(h, o)) reached.add(to);
  return reached;
}

function dictEdges(h: HeapState, dict: number): readonly Edge[] {
  return keysOf(h, dict).map((key) => {
    const value = h.payload.get(key);
    const text = typeof value === "string" ? `'${value}'` : value === undefined ? "..." : String(value);
    return { to: item(h, dict, key), reference: `[${text}]` };
  });
}

function slotsOf(h: HeapState, o: number): { readonly to: number; readonly i: number }[] {
  if (o < Static.FIRST_ALLOCATED || shapeOf(h, o) === undefined) return [];
  const start = h.memory[o + Field.START]!;
  const slots: { to: number; i: number }[] = [];
  for (let i = 0; i < h.memory[o + Field.LENGTH]!; i++) {
    const to = h.memory[start + i]!;
    if (to !== 0 && to !== Static.SET_DUMMY) slots.push({ to, i });
  }
  return slots;
}
