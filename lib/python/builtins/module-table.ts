/** `sys.modules`: what has been imported. Mirrors `Python/import.c`. */

import { decref } from "../../sim/heap/refcount";
import { slot } from "../../sim/heap/slot";
import { item, setItem } from "../../sim/objects/dict";
import { internedStr } from "../../sim/objects/interned-str";
import { createNamespace, createStartupDict, type Namespace } from "../../sim/objects/namespace";
import type { Machine } from "../run/machine";

/** Make the table, with the modules that are there. */
export function createModuleTable(m: Machine, sys: Namespace): void {
  m.moduleDict = createStartupDict(m.h);
  addModule(m, "sys", sys.module);
  addModule(m, "builtins", m.builtins.module);
  addModule(m, "__main__", m.main.module);
}

/** Enter a module, borrowed. */
export function addModule(m: Machine, name: string, module: number): void {
  setItem(m.h, m.moduleDict, internedStr(m.h, name), module);
  m.modules.set(name, module);
}

/** What the table has for a name, borrowed; 0 = nothing. */
export function moduleNamed(m: Machine, name: string): number {
  return item(m.h, m.moduleDict, internedStr(m.h, name));
}

/** Make a module and enter it. Nothing else holds it. */
export function createTableModule(m: Machine, name: string): Namespace {
  const namespace = createNamespace(m.h, name, m.builtins);
  addModule(m, name, namespace.module);
  m.h.internal.delete(namespace.module);
  decref(m.h, namespace.module);
  return namespace;
}

/** The names of a module object. */
export function namespaceOf(m: Machine, module: number): Namespace {
  return { module, id: slot(m.h, module, 0) };
}
