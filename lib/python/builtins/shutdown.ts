/** The end of a program. Mirrors `Py_FinalizeEx`, `finalize_modules` in `Python/pylifecycle.c`, `_PyModule_ClearDict`. */

import { collectIfEnabled, collectNoFail } from "../../sim/heap/exit";
import { Field } from "../../sim/heap/memory-map";
import { decref, decrefInFull, incref } from "../../sim/heap/refcount";
import { item, keysOf, setItem } from "../../sim/objects/dict";
import { Static } from "../../sim/objects/static-object";
import { createWeakref, referentOf } from "../../sim/objects/weakref-list";
import { textOf } from "../objects/make-atom";
import type { Machine } from "../run/machine";
import { runExitFunctions } from "./atexit";
import { namespaceOf } from "./module-table";
import { forgetLastException } from "./sys/last-exception";

/**
 * Make the calls of `atexit`; collect, if the automatic collector is on; take the modules out of `sys.modules`, so that
 * `__main__` dies with its names, unless something holds it; collect what is left; clear the modules that are still there,
 * `sys` and `builtins` last.
 *
 * Simplified: what only the interpreter itself holds after that lives on, as `gc.garbage` does; a real one gives it up when
 * no program could see it any more.
 */
export function shutDown(m: Machine): void {
  runExitFunctions(m);
  collectIfEnabled(m.h);
  forgetLastException(m);
  const refs = removeModules(m);
  collectNoFail(m.h);
  for (const ref of refs.reverse()) clearIfAlive(m, ref);
  for (const module of [m.sys!.module, m.builtins.module]) clearModule(m, module);
}

/** `finalize_remove_modules`. @returns a weak reference to each, but `sys` and `builtins`; owned. */
function removeModules(m: Machine): number[] {
  const { h, moduleDict } = m;
  const refs: number[] = [];
  for (const key of keysOf(h, moduleDict)) {
    const module = item(h, moduleDict, key);
    const isLast = module === m.sys?.module || module === m.builtins.module;
    if (!isLast && h.memory[module + Field.TYPE] === Static.MODULE_TYPE) refs.push(createWeakref(h, module));
    setItem(h, moduleDict, key, Static.NONE);
    if (!isLast && h.internal.delete(module)) decrefInFull(h, module);
  }
  m.modules.clear();
  return refs;
}

/** @param ref - Owned; it is given up. */
function clearIfAlive(m: Machine, ref: number): void {
  const module = referentOf(m.h, ref);
  if (module !== 0) {
    incref(m.h, module);
    clearModule(m, module);
    decref(m.h, module);
  }
  decref(m.h, ref);
}

/** Give every name the value None, those with one underscore first; then the functions of the module fail. */
function clearModule(m: Machine, module: number): void {
  const { id } = namespaceOf(m, module);
  const names = keysOf(m.h, id).filter((key) => typeof textOf(m, key) === "string");
  const isPrivate = (key: number): boolean => /^_(?!_)/.test(textOf(m, key));
  const [first, second] = [names.filter(isPrivate), names.filter((key) => !isPrivate(key))];
  for (const key of [...first, ...second]) {
    if (textOf(m, key) !== "__builtins__" && item(m.h, id, key) !== 0) setItem(m.h, id, key, Static.NONE);
  }
}
