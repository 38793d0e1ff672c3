/** Small objects that native code makes by the thousand, iterators above all: references, then words that are none. */

import { createAtom, createContainer } from "../../sim/heap/create";
import type { HeapState } from "../../sim/heap/heap-state";
import { Field, Layout } from "../../sim/heap/memory-map";
import { decref } from "../../sim/heap/refcount";
import { builtinShape } from "../../sim/heap/shape";
import type { Machine } from "../run/machine";

/** What the C struct of a type is. */
export interface RecordKind {
  /** The name of the type. */
  readonly name: string;
  /** Members that hold references, in the order in which they are visited and released. There is no `tp_clear`. */
  readonly references: number;
  /** Words behind them for counts and positions: nobody takes them for references, because LENGTH does not reach them. */
  readonly words: number;
  /** GC head included. */
  readonly sizeBytes: (h: HeapState) => number;
  /** Followed by the collector; else an atom that holds references to atoms. */
  readonly isContainer: boolean;
}

/** Make one. The references move in; 0 = NULL. The words are 0. The caller owns the reference to it. */
export function createRecord(m: Machine, kind: RecordKind, a: number, b = 0, c = 0, d = 0): number {
  const shape = m.h.builtinShapes.get(kind.name) ?? addKind(m, kind);
  const o = kind.isContainer ? createContainer(m.h, shape) : createAtom(m.h, shape);
  const { memory } = m.h;
  const { references, words } = kind;
  if (references > 0) memory[o + Field.SLOTS] = a;
  if (references > 1) memory[o + Field.SLOTS + 1] = b;
  if (references > 2) memory[o + Field.SLOTS + 2] = c;
  if (references > 3) memory[o + Field.SLOTS + 3] = d;
  for (let i = references; i < references + words; i++) memory[o + Field.SLOTS + i] = 0;
  memory[o + Field.LENGTH] = references;
  return o;
}

/** Let go of a reference: the field is NULL before the object can die (`Py_CLEAR`). @param at - For example `o + Field.SLOTS`. */
export function clearReference(m: Machine, at: number): void {
  const old = m.h.memory[at]!;
  m.h.memory[at] = 0;
  if (old !== 0) decref(m.h, old);
}

function addKind(m: Machine, kind: RecordKind): number {
  const order = Array.from({ length: kind.references }, (_, i) => i);
  const shape = builtinShape(m.h, {
    type: m.typeNames.get(kind.name)!,
    length: kind.references + kind.words,
    layout: kind.isContainer ? Layout.MEMBERS : Layout.MEMBERS | Layout.ATOM,
    blockBytes: kind.sizeBytes(m.h),
    storageBytes: 0,
    released: order,
    cleared: [],
  });
  m.h.builtinShapes.set(kind.name, shape);
  return shape;
}
