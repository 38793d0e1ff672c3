/** The module `atexit`: what is called when the program has ended. Mirrors `Modules/atexitmodule.c`. */

import { keepNative } from "../../sim/heap/member-object";
import { decref, incref } from "../../sim/heap/refcount";
import { setItem } from "../../sim/objects/dict";
import { internedStr } from "../../sim/objects/interned-str";
import { append, deleteListItem, pop } from "../../sim/objects/list";
import { createStartupList } from "../../sim/objects/namespace";
import { Static } from "../../sim/objects/static-object";
import { equals } from "../objects/compare";
import { makeNone } from "../objects/make-atom";
import { itemsOf, makeDict, makeTuple } from "../objects/make-container";
import type { Keywords, NativeDefinition } from "../objects/native-type";
import { typeOf } from "../objects/type-lookup";
import { call } from "../run/call";
import { raise } from "../run/error";
import type { Machine } from "../run/machine";
import { bindNatives } from "./bind-natives";
import { keywordsIn } from "./keywords-in";
import { createTableModule, moduleNamed } from "./module-table";
import { writeUnraisable } from "./sys/unraisable-hook";

/** What the list has for each call: the callable, a tuple, a dict or None. */
const ENTRY = 3;

const functions: readonly NativeDefinition[] = [
  { name: "register", least: 1, most: Number.POSITIVE_INFINITY, keywords: "any", call: register },
  { name: "unregister", least: 1, call: (m, [callable = 0]) => unregister(m, callable) },
  {
    name: "_run_exitfuncs",
    call: (m) => {
      runExitFunctions(m);
      return makeNone(m);
    },
  },
];

/** Make the module. The list of calls is the interpreter's, and stands beside the module. */
export function installAtexit(m: Machine): boolean {
  const atexit = createTableModule(m, "atexit");
  bindNatives(m, atexit, functions, "atexit");
  keepNative(m.h, atexit.module, createStartupList(m.h));
  return true;
}

/** Make the calls, the last one registered first; one that registers another one is followed by that. */
export function runExitFunctions(m: Machine): void {
  const calls = callsOf(m);
  while (calls !== 0 && itemsOf(m, calls).length > 0) {
    const [keywords, args, callable] = [pop(m.h, calls), pop(m.h, calls), pop(m.h, calls)];
    const names = keywords === Static.NONE ? null : keywordsIn(m, keywords);
    const result = call(m, callable, itemsOf(m, args), names);
    if (result === 0) writeUnraisable(m, callable, "in atexit callback");
    else decref(m.h, result);
    for (const o of [keywords, args, callable]) decref(m.h, o);
  }
}

/** 0 when nobody has imported the module. */
function callsOf(m: Machine): number {
  const module = m.modules.get("atexit") ?? 0;
  const known = module !== 0 && moduleNamed(m, "atexit") === module;
  return known ? (m.h.native.get(module) as number) : 0;
}

function register(m: Machine, [callable = 0, ...args]: readonly number[], keywords: Keywords): number {
  if (typeOf(m, callable).slots.call === undefined)
    return raise(m, "TypeError", "the first argument must be callable");
  for (const o of args) incref(m.h, o);
  const tuple = makeTuple(m, args);
  const names = keywords === null || keywords.size === 0 ? makeNone(m) : dictOf(m, keywords);
  for (const o of [callable, tuple, names]) append(m.h, callsOf(m), o);
  decref(m.h, tuple);
  decref(m.h, names);
  incref(m.h, callable);
  return callable;
}

function dictOf(m: Machine, keywords: NonNullable<Keywords>): number {
  const dict = makeDict(m);
  for (const [name, value] of keywords) setItem(m.h, dict, internedStr(m.h, name), value);
  return dict;
}

function unregister(m: Machine, callable: number): number {
  const calls = callsOf(m);
  for (let i = itemsOf(m, calls).length - ENTRY; i >= 0; i -= ENTRY) {
    const same = equals(m, itemsOf(m, calls)[i]!, callable);
    if (same < 0) return 0;
    if (same === 1) for (let n = 0; n < ENTRY; n++) deleteListItem(m.h, calls, i);
  }
  return makeNone(m);
}
