/** `min` and `max`. Mirrors `min_max` in `Python/bltinmodule.c`. */

import { decref, incref } from "../../sim/heap/refcount";
import { Static } from "../../sim/objects/static-object";
import { CompareOp } from "../compile/opcode";
import { richCompare } from "../objects/compare";
import { iterate, next } from "../objects/iterate";
import { makeTuple } from "../objects/make-container";
import type { Keywords, NativeDefinition } from "../objects/native-type";
import { isTrue } from "../objects/truth";
import { call } from "../run/call";
import { raise } from "../run/error";
import type { Machine } from "../run/machine";

interface Search {
  readonly name: "min" | "max";
  readonly better: CompareOp;
  /** 0 = none. */
  readonly key: number;
}

export const extremeFunctions: readonly NativeDefinition[] = [
  extreme("min", CompareOp.LT),
  extreme("max", CompareOp.GT),
];

function extreme(name: "min" | "max", better: CompareOp): NativeDefinition {
  return {
    name,
    least: 1,
    most: Number.POSITIVE_INFINITY,
    keywords: ["key", "default"],
    call: (m, args, keywords) => find(m, { name, better, key: keyOf(keywords) }, args, keywords),
  };
}

function keyOf(keywords: Keywords): number {
  const key = keywords?.get("key") ?? Static.NONE;
  return key === Static.NONE ? 0 : key;
}

function find(m: Machine, search: Search, args: readonly number[], keywords: Keywords): number {
  const otherwise = keywords?.get("default");
  const { name } = search;
  if (args.length > 1 && otherwise !== undefined)
    return raise(m, "TypeError", `Cannot specify a default for ${name}() with multiple positional arguments`);
  const [only = 0] = args;
  if (args.length === 1 && !m.rules.builtins.extremesTakeTuple) return findIn(m, search, only, otherwise);
  for (const o of args) incref(m.h, o);
  const tuple = makeTuple(m, args);
  const found = findIn(m, search, args.length === 1 ? only : tuple, otherwise);
  decref(m.h, tuple);
  return found;
}

function findIn(m: Machine, search: Search, iterable: number, otherwise: number | undefined): number {
  const iterator = iterate(m, iterable);
  if (iterator === 0) return 0;
  const found = bestOf(m, search, iterator);
  decref(m.h, iterator);
  if (found !== 0 || m.error !== 0) return found;
  if (otherwise === undefined) return raise(m, "ValueError", emptyText(m, search.name));
  incref(m.h, otherwise);
  return otherwise;
}

/** The best item so far is kept, and its key; what is not better is released at once. @returns 0 without an error: no items. */
function bestOf(m: Machine, search: Search, iterator: number): number {
  let best = 0;
  let bestKey = 0;
  for (let item = next(m, iterator); item !== 0; item = next(m, iterator)) {
    const key = itemKey(m, search, item);
    const better = key === 0 ? -1 : best === 0 ? 1 : isBetter(m, search, key, bestKey);
    const [lost, lostKey] = better === 1 ? [best, bestKey] : [item, key];
    if (better === 1) [best, bestKey] = [item, key];
    if (lost !== 0) decref(m.h, lost);
    if (lostKey !== 0) decref(m.h, lostKey);
    if (better < 0) break;
  }
  if (bestKey !== 0) decref(m.h, bestKey);
  if (m.error === 0) return best;
  if (best !== 0) decref(m.h, best);
  return 0;
}

/** Owned; without `key` the item itself. */
function itemKey(m: Machine, { key }: Search, item: number): number {
  if (key !== 0) return call(m, key, [item]);
  incref(m.h, item);
  return item;
}

/** 1, 0, or -1 with an exception set. */
function isBetter(m: Machine, { better }: Search, key: number, than: number): number {
  const result = richCompare(m, better, key, than);
  if (result === 0) return -1;
  const truth = isTrue(m, result);
  decref(m.h, result);
  return truth;
}

function emptyText(m: Machine, name: "min" | "max"): string {
  const { maxOfEmpty, minOfEmpty } = m.rules.texts;
  return name === "min" ? minOfEmpty : maxOfEmpty;
}
