/** The module `gc`. Mirrors `Modules/gcmodule.c`. */

import { garbageList } from "../../../sim/gc/garbage";
import { bind, createStartupList } from "../../../sim/objects/namespace";
import { makeInt } from "../../objects/make-atom";
import type { Machine } from "../../run/machine";
import { bindNatives, bindOwned } from "../bind-natives";
import { createTableModule } from "../module-table";
import { callCallbacks } from "./callbacks";
import { collectorFunctions } from "./collector";
import { debugFlags, debugFunctions } from "./debug";
import { inspectionFunctions } from "./inspection";
import { isFinalizedFunction } from "./is-finalized";

/** Make the module. `gc.callbacks` and `gc.garbage` are lists of the collector's own: to give the names another value changes nothing. */
export function installGc(m: Machine): boolean {
  const { h } = m;
  const gc = createTableModule(m, "gc");
  const functions = [...collectorFunctions, ...inspectionFunctions, ...debugFunctions];
  if (m.rules.builtins.hasIsFinalized) functions.push(isFinalizedFunction);
  bindNatives(m, gc, functions, "gc");
  if (h.callbackList === 0) h.callbackList = createStartupList(h);
  h.onCallbacks = (phase, info) => callCallbacks(m, phase, info);
  bind(h, gc, "callbacks", h.callbackList);
  bind(h, gc, "garbage", garbageList(h));
  for (const [name, value] of Object.entries(debugFlags)) bindOwned(m, gc, name, makeInt(m, value));
  return true;
}
