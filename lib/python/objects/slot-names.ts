/** What `__slots__` of a class body says. Mirrors `type_new_slots` in `Objects/typeobject.c`. */

import { decref } from "../../sim/heap/refcount";
import { item } from "../../sim/objects/dict";
import { internedStr } from "../../sim/objects/interned-str";
import { raise } from "../run/error";
import type { Machine } from "../run/machine";
import { collectItems } from "./iterate";
import { isStr, textOf } from "./make-atom";
import { typeName } from "./type-lookup";

/** The names, and which of the two special ones are among them. */
export interface SlotNames {
  /** Mangled, without `__dict__` and `__weakref__`; null when the body has no `__slots__`. */
  readonly names: readonly string[] | null;
  readonly dict: boolean;
  readonly weaklist: boolean;
}

const NO_SLOTS: SlotNames = { names: null, dict: false, weaklist: false };
const IDENTIFIER = /^[\p{ID_Start}_][\p{ID_Continue}]*$/u;

/** Read them. @param namespace - The dict that the body has filled. @returns null with an exception set. */
export function slotNames(m: Machine, className: string, namespace: number): SlotNames | null {
  const slots = item(m.h, namespace, internedStr(m.h, "__slots__"));
  if (slots === 0) return NO_SLOTS;
  const written = isStr(m, slots) ? [textOf(m, slots)] : textsOf(m, slots);
  if (written === null) return null;
  const names = written.filter((name) => name !== "__dict__" && name !== "__weakref__");
  const dict = written.includes("__dict__");
  if (written.filter((name) => name === "__dict__").length > 1) {
    raise(m, "TypeError", "__dict__ slot disallowed: we already got one");
    return null;
  }
  const weaklist = written.includes("__weakref__");
  const conflict = names.find(
    (name) => item(m.h, namespace, internedStr(m.h, mangled(className, name))) !== 0,
  );
  if (conflict !== undefined) {
    raise(m, "ValueError", `'${conflict}' in __slots__ conflicts with class variable`);
    return null;
  }
  return { names: names.map((name) => mangled(className, name)), dict, weaklist };
}

/** `_Py_Mangle`: a name that begins with two underscores belongs to its class. */
function mangled(className: string, name: string): string {
  const owner = className.replace(/^_+/, "");
  return name.startsWith("__") && !name.endsWith("__") && owner !== "" ? `_${owner}${name}` : name;
}

function textsOf(m: Machine, slots: number): string[] | null {
  const items = collectItems(m, slots);
  if (items === null) return null;
  const texts: string[] = [];
  let complaint = "";
  for (const one of items) {
    if (!isStr(m, one)) complaint ||= `__slots__ items must be strings, not '${typeName(m, one)}'`;
    else if (IDENTIFIER.test(textOf(m, one))) texts.push(textOf(m, one));
    else complaint ||= "__slots__ must be identifiers";
  }
  for (const one of items) decref(m.h, one);
  if (complaint === "") return texts;
  raise(m, "TypeError", complaint);
  return null;
}
