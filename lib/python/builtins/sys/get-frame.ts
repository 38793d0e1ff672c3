/** `sys._getframe`. */

import { incref } from "../../../sim/heap/refcount";
import { frameObject } from "../../objects/frame-object";
import { intOf } from "../../objects/make-atom";
import type { NativeDefinition } from "../../objects/native-type";
import { raise } from "../../run/error";
import type { Machine } from "../../run/machine";

export const frameFunctions: readonly NativeDefinition[] = [
  { name: "_getframe", least: 0, most: 1, call: (m, [depth]) => getFrame(m, depth) },
];

/** @param depth - How many calls out: 0, the caller itself, unless told otherwise. */
function getFrame(m: Machine, depth: number | undefined): number {
  const calls = depth === undefined ? 0 : intOf(m, depth);
  if (calls === null) return 0;
  let { frame } = m;
  for (let i = 0; i < calls && frame !== null; i++) frame = frame.back;
  if (frame === null) return raise(m, "ValueError", "call stack is not deep enough");
  const o = frameObject(m, frame);
  incref(m.h, o);
  return o;
}
