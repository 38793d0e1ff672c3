/** Iterators and what goes through them: `iter`, `next`, `any`, `all`, `sorted`. Mirrors `Python/bltinmodule.c`. */

import { decref, incref } from "../../sim/heap/refcount";
import { internedStr } from "../../sim/objects/interned-str";
import { getAttribute } from "../objects/attribute";
import { createCallableIterator } from "../objects/callable-iterator";
import { collectItems, iterate, next } from "../objects/iterate";
import { makeBool } from "../objects/make-atom";
import { makeList } from "../objects/make-container";
import type { Keywords, NativeDefinition } from "../objects/native-type";
import { isTrue } from "../objects/truth";
import { typeName, typeOf } from "../objects/type-lookup";
import { call } from "../run/call";
import { clearError, errorIs, raise, raiseWith } from "../run/error";
import type { Machine } from "../run/machine";

export const iterationFunctions: readonly NativeDefinition[] = [
  { name: "iter", least: 1, most: 2, call: iter },
  { name: "next", least: 1, most: 2, call: nextItem },
  { name: "any", least: 1, call: (m, [iterable = 0]) => findTruth(m, iterable, 1) },
  { name: "all", least: 1, call: (m, [iterable = 0]) => findTruth(m, iterable, 0) },
  { name: "sorted", least: 0, most: Number.POSITIVE_INFINITY, keywords: "any", call: sorted },
];

function iter(m: Machine, [o = 0, sentinel]: readonly number[]): number {
  if (sentinel === undefined) return iterate(m, o);
  if (typeOf(m, o).slots.call === undefined) return raise(m, "TypeError", m.rules.texts.badIterCallable);
  return createCallableIterator(m, o, sentinel);
}

/** A `StopIteration` with a value keeps it. */
function nextItem(m: Machine, [iterator = 0, otherwise]: readonly number[]): number {
  const step = typeOf(m, iterator).slots.next;
  if (step === undefined) {
    return raise(m, "TypeError", `'${typeName(m, iterator)}' object is not an iterator`);
  }
  const item = step(m, iterator);
  if (item !== 0) return item;
  const exhausted = m.error === 0 || errorIs(m, "StopIteration");
  if (!exhausted) return 0;
  if (otherwise === undefined) return m.error === 0 ? raiseWith(m, "StopIteration", []) : 0;
  clearError(m);
  incref(m.h, otherwise);
  return otherwise;
}

/** Is there an item whose truth is `wanted`? `any` asks for 1, `all` for 0; the rest of the items is not looked at. */
function findTruth(m: Machine, iterable: number, wanted: 0 | 1): number {
  const iterator = iterate(m, iterable);
  if (iterator === 0) return 0;
  let truth = -1;
  for (let item = next(m, iterator); item !== 0; item = next(m, iterator)) {
    truth = isTrue(m, item);
    decref(m.h, item);
    if (truth === wanted || truth < 0) break;
  }
  decref(m.h, iterator);
  if (m.error !== 0) return 0;
  return makeBool(m, (truth === wanted) === (wanted === 1));
}

/** A new list, sorted by its own method: so are the messages. */
function sorted(m: Machine, args: readonly number[], keywords: Keywords): number {
  if (args.length !== 1) return raise(m, "TypeError", `sorted expected 1 argument, got ${args.length}`);
  const [iterable = 0] = args;
  const items = collectItems(m, iterable);
  if (items === null) return 0;
  const list = makeList(m, items);
  const sort = getAttribute(m, list, internedStr(m.h, "sort"));
  const done = sort === 0 ? 0 : call(m, sort, [], keywords);
  if (sort !== 0) decref(m.h, sort);
  if (done !== 0) {
    decref(m.h, done);
    return list;
  }
  decref(m.h, list);
  return 0;
}
