/** The type of modules. Mirrors `Objects/moduleobject.c`. */

import { incref } from "../../sim/heap/refcount";
import { slot } from "../../sim/heap/slot";
import { item } from "../../sim/objects/dict";
import { internedStr } from "../../sim/objects/interned-str";
import { createModule } from "../../sim/objects/module";
import { Static } from "../../sim/objects/static-object";
import { genericGetAttribute } from "../objects/attribute";
import { isStr, textOf } from "../objects/make-atom";
import type { NativeType } from "../objects/native-type";
import { typeName } from "../objects/type-lookup";
import { clearError, errorIs, raise } from "../run/error";
import type { Machine } from "../run/machine";
import { makeLazyName } from "./lazy-names";
import { namespaceOf } from "./module-table";

/** A module's attributes are its names. */
export const moduleType: NativeType = {
  name: "module",
  id: Static.MODULE_TYPE,
  slots: {
    create: (m, _type, [name = 0]) => create(m, name),
    dict: (m, o) => namespaceOf(m, o).id,
    getAttribute,
    repr,
  },
  attributes: [{ name: "__dict__", get: (m, o) => dictOf(m, o) }],
};

function create(m: Machine, name: number): number {
  if (name !== 0 && isStr(m, name)) return createModule(m.h, textOf(m, name));
  const found = name === 0 ? "nothing" : typeName(m, name);
  return raise(m, "TypeError", `module() argument 'name' must be str, not ${found}`);
}

function getAttribute(m: Machine, o: number, name: number): number {
  const isBound = item(m.h, slot(m.h, o, 0), name) !== 0;
  if (!isBound && !makeLazyName(m, namespaceOf(m, o), textOf(m, name)) && m.error !== 0) return 0;
  const value = genericGetAttribute(m, o, name);
  if (value !== 0 || !errorIs(m, "AttributeError")) return value;
  clearError(m);
  return raise(m, "AttributeError", `module '${moduleName(m, o)}' has no attribute '${textOf(m, name)}'`);
}

function repr(m: Machine, o: number): string {
  const file = nameIn(m, o, "__file__");
  const isMain = o === m.main.module;
  const source = file !== "" ? ` from '${file}'` : isMain ? "" : " (built-in)";
  return `<module '${moduleName(m, o)}'${source}>`;
}

function moduleName(m: Machine, o: number): string {
  return nameIn(m, o, "__name__") || "?";
}

/** The text that a name of the module stands for; "" when it is no str. */
function nameIn(m: Machine, o: number, name: string): string {
  const value = item(m.h, namespaceOf(m, o).id, internedStr(m.h, name));
  return value !== 0 && isStr(m, value) ? textOf(m, value) : "";
}

function dictOf(m: Machine, o: number): number {
  const dict = slot(m.h, o, 0);
  incref(m.h, dict);
  return dict;
}
