/** What `repr`, `str` and `ascii` make of an object. Mirrors `PyObject_Repr`, `PyObject_Str`, `Py_ReprEnter` in `Objects/object.c`. */

import { addressOf } from "../../sim/alloc/heap-blocks";
import { Field, Layout } from "../../sim/heap/memory-map";
import { incref } from "../../sim/heap/refcount";
import { Static } from "../../sim/objects/static-object";
import type { Machine } from "../run/machine";
import { makeNewStr, makeStr, textOf } from "./make-atom";
import { enterRecursiveCall, leaveRecursiveCall } from "./recursive-call";
import { asciiText } from "./str-repr";
import { typeOf } from "./type-lookup";

/** `repr(o)`; null = exception set. */
export function repr(m: Machine, o: number): string | null {
  return textBySlot(m, o, "repr");
}

/** `str(o)`; null = exception set. */
export function str(m: Machine, o: number): string | null {
  if (m.h.memory[o + Field.TYPE] === Static.STR_TYPE) return textOf(m, o);
  return textBySlot(m, o, typeOf(m, o).slots.str === undefined ? "repr" : "str");
}

function textBySlot(m: Machine, o: number, slot: "repr" | "str"): string | null {
  const text = typeOf(m, o).slots[slot]!;
  if (!enterRecursiveCall(m, `${m.rules.texts.recursion} while getting the ${slot} of an object`))
    return null;
  const result = text(m, o);
  leaveRecursiveCall(m);
  return result;
}

/** `ascii(o)`; null = exception set. */
export function ascii(m: Machine, o: number): string | null {
  const text = repr(m, o);
  return text === null ? null : asciiText(text);
}

/** `str(o)` as an object, owned; 0 = exception set. A str is itself. */
export function strObject(m: Machine, o: number): number {
  if (m.h.memory[o + Field.TYPE] === Static.STR_TYPE) {
    incref(m.h, o);
    return o;
  }
  return made(m, o, str(m, o));
}

/** `repr(o)` as an object, owned; 0 = exception set. */
export function reprObject(m: Machine, o: number): number {
  return made(m, o, repr(m, o));
}

/** `ascii(o)` as an object, owned; 0 = exception set. */
export function asciiObject(m: Machine, o: number): number {
  return made(m, o, ascii(m, o));
}

/** Bytes of what `HeapBlocks` counts addresses in. */
const GRANULE_BYTES = 16;

/** Where the parts of the interpreter itself lie, and where objects do when their memory is not modelled. */
const PROGRAM_ADDRESS = 0x55d0_0000_0000;
const HEAP_ADDRESS = 0x7f00_0000_0000;

/** Bytes of the GC head, which lies in front of a container. */
const GC_HEAD_BYTES = 16;

/**
 * The address of an object, `id(o)`: from the simulated allocator, when the machine models its blocks; of what was there
 * before the program, and without such a model, one that stands for its place in the heap.
 */
export function objectAddress(m: Machine, o: number): number {
  const { blocks, memory } = m.h;
  const block = blocks === null ? 0 : addressOf(blocks, o);
  if (block === 0) return (o < Static.FIRST_ALLOCATED ? PROGRAM_ADDRESS : HEAP_ADDRESS) + o * GRANULE_BYTES;
  const isContainer = (memory[o + Field.LAYOUT]! & Layout.ATOM) === 0;
  return block * GRANULE_BYTES + (isContainer ? GC_HEAD_BYTES : 0);
}

/** The address as `repr` shows it: `0x7f3a5c0d1e80`. */
export function addressText(m: Machine, o: number): string {
  return `0x${objectAddress(m, o).toString(16).padStart(12, "0")}`;
}

/** Containers whose repr is under way. */
const underWay = new WeakMap<Machine, Set<number>>();

/**
 * Begin the repr of a container; {@link leaveRepr} follows when the answer is true.
 *
 * @returns false when the repr of this object is under way already: it then shows as `[...]` or the like.
 */
export function enterRepr(m: Machine, o: number): boolean {
  const open = underWay.get(m) ?? new Set();
  underWay.set(m, open);
  if (open.has(o)) return false;
  open.add(o);
  return true;
}

/** The repr of a container is made. */
export function leaveRepr(m: Machine, o: number): void {
  underWay.get(m)?.delete(o);
}

/** The digit of an int is a new str (`long_to_decimal_string`). */
function made(m: Machine, o: number, text: string | null): number {
  if (text === null) return 0;
  return m.h.memory[o + Field.TYPE] === Static.INT_TYPE ? makeNewStr(m, text) : makeStr(m, text);
}
