/** Cells as objects of a program. Mirrors `Objects/cellobject.c`. */

import { incref } from "../../sim/heap/refcount";
import { slot, storeSlot } from "../../sim/heap/slot";
import { Static } from "../../sim/objects/static-object";
import { raise } from "../run/error";
import type { Machine } from "../run/machine";
import type { NativeType } from "./native-type";

export const cellType: NativeType = {
  name: "cell",
  id: Static.CELL_TYPE,
  attributes: [{ name: "cell_contents", get: contents, set: setContents }],
};

function contents(m: Machine, cell: number): number {
  const value = slot(m.h, cell, 0);
  if (value === 0) return raise(m, "ValueError", "Cell is empty");
  incref(m.h, value);
  return value;
}

function setContents(m: Machine, cell: number, value: number): boolean {
  if (value !== 0) incref(m.h, value);
  storeSlot(m.h, cell, 0, value);
  return true;
}
