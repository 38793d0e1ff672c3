/** The instructions of `import`. Mirrors `IMPORT_NAME`, `IMPORT_FROM`, `import_from`. */

import { decref } from "../../sim/heap/refcount";
import { internedStr } from "../../sim/objects/interned-str";
import { importModule } from "../builtins/import-module";
import { getAttribute } from "../objects/attribute";
import { textOf } from "../objects/make-atom";
import { clearError, errorIs, raise } from "./error";
import type { Frame } from "./frame";
import type { Machine } from "./machine";
import { popOperand, pushOperand } from "./operands";

/** level, names -- module. */
export function importName(m: Machine, frame: Frame, name: number): boolean {
  const names = popOperand(m, frame);
  const level = popOperand(m, frame);
  const module = importModule(m, textOf(m, name));
  decref(m.h, names);
  decref(m.h, level);
  if (module === 0) return false;
  pushOperand(m, frame, module);
  return true;
}

/** module -- module, attribute. */
export function importFrom(m: Machine, frame: Frame, name: number): boolean {
  const module = m.stack[frame.top - 1]!;
  const value = getAttribute(m, module, name);
  if (value !== 0) {
    pushOperand(m, frame, value);
    return true;
  }
  if (!errorIs(m, "AttributeError")) return false;
  clearError(m);
  const from = moduleName(m, module);
  raise(m, "ImportError", `cannot import name '${textOf(m, name)}' from '${from}' (unknown location)`);
  return false;
}

function moduleName(m: Machine, module: number): string {
  const name = getAttribute(m, module, internedStr(m.h, "__name__"));
  if (name === 0) {
    clearError(m);
    return "<unknown module name>";
  }
  const text = textOf(m, name);
  decref(m.h, name);
  return text;
}
