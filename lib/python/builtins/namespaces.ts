/** Names and their values: `globals`, `locals`, `vars`, `dir`. Mirrors `Python/bltinmodule.c`. */

import { Field } from "../../sim/heap/memory-map";
import { decref, incref } from "../../sim/heap/refcount";
import { keysOf } from "../../sim/objects/dict";
import { internedStr } from "../../sim/objects/interned-str";
import { Static } from "../../sim/objects/static-object";
import { getAttribute } from "../objects/attribute";
import { directory } from "../objects/directory";
import { collectItems } from "../objects/iterate";
import { makeStr, textOf } from "../objects/make-atom";
import { makeList } from "../objects/make-container";
import type { NativeDefinition } from "../objects/native-type";
import { callSpecial } from "../objects/special-method";
import { clearError, errorIs, raise } from "../run/error";
import { frameLocals } from "../run/frame-locals";
import type { Machine } from "../run/machine";
import { takingTuple } from "./argument-tuple";
import { namespaceOf } from "./module-table";

export const namespaceFunctions: readonly NativeDefinition[] = [
  { name: "globals", call: globals },
  { name: "locals", call: locals },
  {
    name: "vars",
    least: 0,
    most: 1,
    call: takingTuple((m, [o]) => (o === undefined ? locals(m) : vars(m, o))),
  },
  {
    name: "dir",
    least: 0,
    most: 1,
    call: takingTuple((m, [o]) => (o === undefined ? localNames(m) : dir(m, o))),
  },
];

function globals(m: Machine): number {
  const dict = m.frame?.globals ?? m.main.id;
  incref(m.h, dict);
  return dict;
}

/** In a function a dict of what its variables hold now; elsewhere the namespace itself. */
function locals(m: Machine): number {
  return m.frame === null ? globals(m) : frameLocals(m, m.frame);
}

function vars(m: Machine, o: number): number {
  const dict = getAttribute(m, o, internedStr(m.h, "__dict__"));
  if (dict !== 0 || !errorIs(m, "AttributeError")) return dict;
  clearError(m);
  return raise(m, "TypeError", "vars() argument must have __dict__ attribute");
}

function localNames(m: Machine): number {
  const dict = locals(m);
  if (dict === 0) return 0;
  const names = sortedNames(m, keysOf(m.h, dict));
  decref(m.h, dict);
  return names;
}

/** What `__dir__` says, sorted; a module tells of its own names only. */
function dir(m: Machine, o: number): number {
  if (m.h.memory[o + Field.TYPE] === Static.MODULE_TYPE)
    return sortedNames(m, keysOf(m.h, namespaceOf(m, o).id));
  const told = callSpecial(m, o, "__dir__", []);
  if (told === null) return directory(m, o);
  const items = told === 0 ? null : collectItems(m, told);
  if (told !== 0) decref(m.h, told);
  if (items === null) return 0;
  const names = sortedNames(m, items);
  for (const item of items) decref(m.h, item);
  return names;
}

/** A new list of str. What is no str is left out. */
function sortedNames(m: Machine, names: readonly number[]): number {
  const texts = names.map((name) => textOf(m, name)).filter((text) => typeof text === "string");
  return makeList(
    m,
    texts.sort((a, b) => (a < b ? -1 : 1)).map((text) => makeStr(m, text)),
  );
}
