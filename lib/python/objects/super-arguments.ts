/** What `super()` without arguments stands for: the class of the method that calls it, and that method's first argument. Mirrors `super_init_without_args`. */

import { Field } from "../../sim/heap/memory-map";
import { slot } from "../../sim/heap/slot";
import { Static } from "../../sim/objects/static-object";
import { raise } from "../run/error";
import type { Frame } from "../run/frame";
import type { Machine } from "../run/machine";

/** The class and the object, borrowed; null with RuntimeError set. */
export function superArguments(m: Machine): readonly [cls: number, object: number] | null {
  const { frame } = m;
  if (frame === null) return fail(m, "super(): no current frame");
  const { code } = frame.code;
  if (code.argCount === 0) return fail(m, "super(): no arguments");
  const object = firstArgument(m, frame);
  if (object === 0) return fail(m, "super(): arg[0] deleted");
  const free = code.freeNames.indexOf("__class__");
  if (free < 0) return fail(m, "super(): __class__ cell not found");
  const cell = m.stack[frame.base + code.slotCount - code.freeNames.length + free]!;
  const cls = cell === 0 ? 0 : slot(m.h, cell, 0);
  return cls === 0 ? fail(m, "super(): empty __class__ cell") : [cls, object];
}

/** A function inside the method may use it too: then it is in a cell, in its own slot or in another. */
function firstArgument(m: Machine, { base, code }: Frame): number {
  const own = m.stack[base]!;
  const name = code.code.localNames[0]!;
  const cell = code.code.cellNames.indexOf(name);
  if (cell < 0) return own;
  const at = m.stack[base + code.code.cellSlots[cell]!]!;
  return at !== 0 && m.h.memory[at + Field.TYPE] === Static.CELL_TYPE ? slot(m.h, at, 0) : own;
}

function fail(m: Machine, message: string): null {
  raise(m, "RuntimeError", message);
  return null;
}
