/** Tracebacks as objects of a program. Mirrors `Python/traceback.c`. */

import { memberSlot } from "../../sim/heap/member-object";
import { Field } from "../../sim/heap/memory-map";
import { incref } from "../../sim/heap/refcount";
import { slot, storeSlot } from "../../sim/heap/slot";
import { Static } from "../../sim/objects/static-object";
import { TRACEBACK } from "../../sim/objects/traceback";
import { raise } from "../run/error";
import type { Machine } from "../run/machine";
import { makeInt } from "./make-atom";
import type { NativeType } from "./native-type";
import { typeName } from "./type-lookup";

/** What is kept beside an entry of a traceback. */
export interface TracebackInfo {
  readonly line: number;
  /** `tb_lasti`, in words. */
  readonly pc: number;
}

/** What is known of an entry. */
export function tracebackInfo(m: Machine, o: number): TracebackInfo {
  return m.h.native.get(o) as TracebackInfo;
}

/** `tb_next`, borrowed; 0 = none. */
export function nextEntry(m: Machine, o: number): number {
  return slot(m.h, o, memberSlot(TRACEBACK, "tb_next"));
}

/** `tb_frame`, borrowed. */
export function entryFrame(m: Machine, o: number): number {
  return slot(m.h, o, memberSlot(TRACEBACK, "tb_frame"));
}

export const tracebackType: NativeType = {
  name: "traceback",
  id: Static.TRACEBACK_TYPE,
  attributes: [
    { name: "tb_next", get: (m, o) => held(m, nextEntry(m, o)), set: setNext },
    { name: "tb_frame", get: (m, o) => held(m, entryFrame(m, o)) },
    { name: "tb_lineno", get: (m, o) => makeInt(m, tracebackInfo(m, o).line) },
    // Two bytes an instruction, as in CPython; the numbers themselves differ.
    { name: "tb_lasti", get: (m, o) => makeInt(m, tracebackInfo(m, o).pc >> 1) },
  ],
};

function setNext(m: Machine, o: number, value: number): boolean {
  if (value === 0) {
    raise(m, "TypeError", "can't delete tb_next attribute");
    return false;
  }
  const isEntry = m.h.memory[value + Field.TYPE] === Static.TRACEBACK_TYPE;
  if (!isEntry && value !== Static.NONE) {
    raise(m, "TypeError", `expected traceback object or None, got '${typeName(m, value)}'`);
    return false;
  }
  for (let one = isEntry ? value : 0; one !== 0; one = nextEntry(m, one)) {
    if (one !== o) continue;
    raise(m, "ValueError", "traceback loop detected");
    return false;
  }
  if (isEntry) incref(m.h, value);
  storeSlot(m.h, o, memberSlot(TRACEBACK, "tb_next"), isEntry ? value : 0);
  return true;
}

function held(m: Machine, o: number): number {
  const value = o === 0 ? Static.NONE : o;
  incref(m.h, value);
  return value;
}
