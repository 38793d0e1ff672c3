/** `gc.set_debug`, `gc.get_debug`. Mirrors `gc_set_debug_impl`. */

import { keepNative } from "../../../sim/heap/member-object";
import { makeInt, makeNone } from "../../objects/make-atom";
import type { NativeDefinition } from "../../objects/native-type";
import type { Machine } from "../../run/machine";
import { intArgument } from "./int-argument";

/** The constants of the module. */
export const debugFlags = {
  DEBUG_STATS: 1,
  DEBUG_COLLECTABLE: 2,
  DEBUG_UNCOLLECTABLE: 4,
  DEBUG_SAVEALL: 32,
  DEBUG_LEAK: 38,
} as const;

export const debugFunctions: readonly NativeDefinition[] = [
  {
    name: "get_debug",
    call: (m) => makeInt(m, (m.h.native.get(m.h.callbackList) as number | undefined) ?? 0),
  },
  { name: "set_debug", least: 1, call: (m, [flags = 0]) => setDebug(m, flags) },
];

/** Simplified: only `DEBUG_SAVEALL` has an effect; the reports of the other flags are not written. */
function setDebug(m: Machine, o: number): number {
  const flags = intArgument(m, o);
  if (flags === null) return 0;
  m.h.savesAll = (flags & debugFlags.DEBUG_SAVEALL) !== 0;
  keepNative(m.h, m.h.callbackList, flags);
  return makeNone(m);
}
