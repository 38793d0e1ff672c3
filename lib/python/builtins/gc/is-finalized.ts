/** `gc.is_finalized`. */

import { Field, Layout } from "../../../sim/heap/memory-map";
import { makeBool } from "../../objects/make-atom";
import type { NativeDefinition } from "../../objects/native-type";

/** Has the object's finalizer run? */
export const isFinalizedFunction: NativeDefinition = {
  name: "is_finalized",
  least: 1,
  call: (m, [o = 0]) => makeBool(m, (m.h.memory[o + Field.LAYOUT]! & Layout.FINALIZED) !== 0),
};
