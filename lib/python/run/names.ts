/** Names that are no slots of a frame: of modules, class bodies and built-ins. Mirrors `LOAD_NAME`, `LOAD_GLOBAL` and their like. */

import { decref, incref } from "../../sim/heap/refcount";
import { createDict, deleteItem, item, setItem } from "../../sim/objects/dict";
import { internedStr } from "../../sim/objects/interned-str";
import { setExceptionMember } from "../objects/exception-object";
import { textOf } from "../objects/make-atom";
import { raise } from "./error";
import type { Frame } from "./frame";
import type { Machine } from "./machine";
import { cachedGlobal, rememberBuiltin, rememberName, storeCachedName } from "./name-cache";

/** LOAD_NAME, LOAD_GLOBAL, owned. @param dict - The names of the module or class body; for LOAD_GLOBAL the globals. */
export function loadNamed(m: Machine, frame: Frame, dict: number, name: number): number {
  if (dict === frame.globals) {
    const known = cachedGlobal(m, dict, name, frame.code.instructions, frame.pc + 2);
    if (known !== 0) {
      incref(m.h, known);
      return known;
    }
  }
  const value = searchName(m, frame, dict, name);
  if (value === 0) return nameError(m, name);
  incref(m.h, value);
  return value;
}

/** Where it was found is remembered, but for names that are looked for in the body of a class first. Borrowed. */
function searchName(m: Machine, { builtins, code, globals, pc }: Frame, dict: number, name: number): number {
  const { instructions } = code;
  if (dict !== globals) {
    const own = item(m.h, dict, name);
    return own || item(m.h, globals, name) || item(m.h, builtins, name);
  }
  const own = item(m.h, globals, name);
  if (own !== 0) rememberName(m, globals, name, instructions, pc + 2);
  const value = own || item(m.h, builtins, name);
  if (own === 0 && value !== 0) rememberBuiltin(m, globals, name, instructions, pc + 2);
  return value;
}

/** STORE_NAME, STORE_GLOBAL: the caller's reference moves there. */
export function storeNamed(m: Machine, { code, pc }: Frame, dict: number, name: number, value: number): void {
  if (storeCachedName(m, dict, name, value, code.instructions, pc + 2)) return;
  setItem(m.h, dict, name, value);
  rememberName(m, dict, name, code.instructions, pc + 2);
  decref(m.h, value);
}

/** DELETE_NAME, DELETE_GLOBAL. */
export function deleteName(m: Machine, dict: number, name: number): boolean {
  return deleteItem(m.h, dict, name) || nameError(m, name) !== 0;
}

/** SETUP_ANNOTATIONS. */
export function setupAnnotations(m: Machine, frame: Frame): void {
  const { h } = m;
  const key = internedStr(h, "__annotations__");
  if (item(h, frame.locals, key) !== 0) return;
  const annotations = createDict(h);
  setItem(h, frame.locals, key, annotations);
  decref(h, annotations);
}

/** @returns 0 */
export function nameError(m: Machine, name: number): 0 {
  raise(m, "NameError", `name '${textOf(m, name)}' is not defined`);
  return keepName(m, name);
}

/** A local variable has no value. @returns 0 */
export function unboundLocal(m: Machine, name: string): 0 {
  return raise(m, "UnboundLocalError", m.rules.texts.unboundLocal.replace("{0}", name));
}

/** LOAD_FAST, DELETE_FAST of a slot that is empty. @returns 0 */
export function unboundSlot(m: Machine, frame: Frame, i: number): 0 {
  return unboundLocal(m, frame.code.code.localNames[i] ?? "");
}

/** `NameError.name`. @returns 0 */
export function keepName(m: Machine, name: number): 0 {
  if (m.error !== 0) setExceptionMember(m, m.error, "name", name);
  return 0;
}
