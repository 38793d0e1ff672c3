/** Functions of `gc` that show what the collector knows. Mirrors `Modules/gcmodule.c`. */

import { objectsOf, referrersOf } from "../../../sim/gc/objects";
import { Field } from "../../../sim/heap/memory-map";
import { decref, incref } from "../../../sim/heap/refcount";
import { referentsOf } from "../../../sim/heap/referents";
import { setItem } from "../../../sim/objects/dict";
import { internedStr } from "../../../sim/objects/interned-str";
import { append } from "../../../sim/objects/list";
import { Static } from "../../../sim/objects/static-object";
import { isInt, makeBool, makeInt } from "../../objects/make-atom";
import { makeDict, makeList, makeTuple } from "../../objects/make-container";
import type { Keywords, NativeDefinition } from "../../objects/native-type";
import { typeName } from "../../objects/type-lookup";
import { raise } from "../../run/error";
import type { Machine } from "../../run/machine";
import { takingTuple } from "../argument-tuple";
import { intArgument } from "./int-argument";

const any = Number.POSITIVE_INFINITY;

export const inspectionFunctions: readonly NativeDefinition[] = [
  { name: "get_objects", least: 0, most: 1, keywords: ["generation"], call: getObjects },
  { name: "get_referrers", least: 0, most: any, call: getReferrers },
  { name: "get_referents", least: 0, most: any, call: takingTuple(getReferents) },
  { name: "is_tracked", least: 1, call: (m, [o = 0]) => makeBool(m, m.h.memory[o + Field.GC_NEXT] !== 0) },
  { name: "get_stats", call: getStats },
];

/**
 * The tracked objects of a generation, or of all.
 *
 * Simplified: objects that exist before the program are not among them, except the modules and their dicts.
 */
function getObjects(m: Machine, args: readonly number[], keywords: Keywords): number {
  const argument = args[0] ?? keywords?.get("generation") ?? Static.NONE;
  if (argument !== Static.NONE && !isInt(m, argument))
    return raise(m, "TypeError", `argument should be integer or None, not '${typeName(m, argument)}'`);
  const generation = argument === Static.NONE ? -1 : intArgument(m, argument);
  if (generation === null) return 0;
  if (generation > 2) {
    const most = "must be less than the number of available generations (3)";
    return raise(m, "ValueError", `generation parameter ${most}`);
  }
  if (generation < -1) return raise(m, "ValueError", "generation parameter cannot be negative");
  return listed(m, () => objectsOf(m.h, generation < 0 ? undefined : generation));
}

/** The tuple of the arguments is not told. */
function getReferrers(m: Machine, targets: readonly number[]): number {
  for (const o of targets) incref(m.h, o);
  const tuple = makeTuple(m, targets);
  const list = listed(m, () => referrersOf(m.h, targets).filter((o) => o !== tuple));
  decref(m.h, tuple);
  return list;
}

function getReferents(m: Machine, objects: readonly number[]): number {
  return listed(m, () => objects.flatMap((o) => referentsOf(m.h, o)));
}

/** One dict for each generation. */
function getStats(m: Machine): number {
  const dicts = m.h.stats.map((stats) => {
    const dict = makeDict(m);
    for (const name of ["collections", "collected", "uncollectable"] as const) {
      const value = makeInt(m, stats[name]);
      setItem(m.h, dict, internedStr(m.h, name), value);
      decref(m.h, value);
    }
    return dict;
  });
  return makeList(m, dicts);
}

/** The list is made first, so that a collection that its making starts is over; it does not list itself. */
function listed(m: Machine, find: () => readonly number[]): number {
  const list = makeList(m, []);
  for (const o of find()) {
    if (o !== list) append(m.h, list, o);
  }
  return list;
}
