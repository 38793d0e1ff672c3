/** Functions of `gc` that run the collector and set it. Mirrors `Modules/gcmodule.c`. */

import { collectOnRequest } from "../../../sim/gc/collect-on-request";
import { countsOf } from "../../../sim/gc/counts";
import { freeze, frozen, unfreeze } from "../../../sim/gc/freeze";
import { setThresholds } from "../../../sim/gc/threshold";
import { Field, State } from "../../../sim/heap/memory-map";
import { track } from "../../objects/frame-object";
import { makeBool, makeInt, makeNone } from "../../objects/make-atom";
import { makeTuple } from "../../objects/make-container";
import type { Keywords, NativeDefinition } from "../../objects/native-type";
import { raise } from "../../run/error";
import type { Machine } from "../../run/machine";
import { takingTuple } from "../argument-tuple";
import { intArgument } from "./int-argument";

export const collectorFunctions: readonly NativeDefinition[] = [
  { name: "collect", least: 0, most: 1, keywords: ["generation"], call: collect },
  { name: "enable", call: (m) => setEnabled(m, 1) },
  { name: "disable", call: (m) => setEnabled(m, 0) },
  { name: "isenabled", call: (m) => makeBool(m, m.h.memory[State.ENABLED] !== 0) },
  { name: "get_count", call: (m) => tracked(m, makeInts(m, countsOf(m.h))) },
  { name: "get_threshold", call: getThreshold },
  { name: "set_threshold", least: 1, most: 3, call: takingTuple(setThreshold) },
  { name: "freeze", call: (m) => done(m, freeze) },
  { name: "unfreeze", call: (m) => done(m, unfreeze) },
  { name: "get_freeze_count", call: (m) => makeInt(m, frozen(m.h)) },
];

function collect(m: Machine, args: readonly number[], keywords: Keywords): number {
  const argument = args[0] ?? keywords?.get("generation");
  const generation = argument === undefined ? 2 : intArgument(m, argument);
  if (generation === null) return 0;
  if (generation < 0 || generation > 2) return raise(m, "ValueError", "invalid generation");
  return makeInt(m, collectOnRequest(m.h, generation));
}

function setEnabled(m: Machine, enabled: 0 | 1): number {
  m.h.memory[State.ENABLED] = enabled;
  return makeNone(m);
}

function getThreshold(m: Machine): number {
  const { memory } = m.h;
  return makeInts(m, [memory[State.THRESHOLD0]!, memory[State.THRESHOLD1]!, memory[State.THRESHOLD2]!]);
}

/** Those that are left out stay. */
function setThreshold(m: Machine, args: readonly number[]): number {
  const thresholds: number[] = [];
  for (const argument of args) {
    const threshold = intArgument(m, argument);
    if (threshold === null) return 0;
    thresholds.push(threshold);
  }
  setThresholds(m.h, thresholds);
  return makeNone(m);
}

function makeInts(m: Machine, values: readonly number[]): number {
  return makeTuple(
    m,
    values.map((value) => makeInt(m, value)),
  );
}

/** `Py_BuildValue` tracks its tuple in every version, where a tuple of atoms that a program makes is not tracked in some. */
function tracked(m: Machine, tuple: number): number {
  if (m.h.memory[tuple + Field.GC_NEXT] !== 0) return tuple;
  track(m, tuple);
  if (m.h.profile.collector.countsTracked) m.h.memory[State.COUNT0]!++;
  return tuple;
}

function done(m: Machine, operation: (h: Machine["h"]) => void): number {
  operation(m.h);
  return makeNone(m);
}
