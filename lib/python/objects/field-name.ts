/** What a replacement field names: an argument, its attributes and items. Mirrors `get_field_object`, `FieldNameIterator_next`. */

import { decref, incref } from "../../sim/heap/refcount";
import { internedStr } from "../../sim/objects/interned-str";
import { raise, raiseWith } from "../run/error";
import type { Machine } from "../run/machine";
import { getAttribute } from "./attribute";
import { makeInt, makeStr } from "./make-atom";
import type { Keywords } from "./native-type";
import { getItem } from "./subscript";

/** What the fields of one call are taken from. */
export interface Fields {
  /** null: `format_map`, which has none. */
  readonly args: readonly number[] | null;
  readonly keywords: Keywords;
  /** Of `format_map`; 0 = none. */
  readonly mapping: number;
  /** Are the fields numbered? All or none. */
  numbering: "none" | "automatic" | "manual";
  nextNumber: number;
}

/** `PY_SSIZE_T_MAX`. */
const LARGEST_INDEX = 2n ** 63n - 1n;

/** The object, owned; 0 = exception set. */
export function fieldValue(m: Machine, name: string, fields: Fields): number {
  const [first] = /^[^.[]*/.exec(name)!;
  let value = firstValue(m, first, fields);
  for (let at = first.length; at < name.length && value !== 0; ) {
    const step = nextStep(m, name, at);
    const next = step === null ? 0 : takeStep(m, value, step);
    decref(m.h, value);
    value = next;
    at = step?.end ?? at;
  }
  return value;
}

function firstValue(m: Machine, first: string, fields: Fields): number {
  const index = indexOf(m, first);
  if (index === null) return 0;
  if (first !== "" && index < 0) return namedValue(m, first, fields);
  if (!numberingFits(m, fields, first === "")) return 0;
  const used = first === "" ? fields.nextNumber++ : index;
  if (fields.args === null) return raise(m, "ValueError", "Format string contains positional fields");
  const value = fields.args[used];
  if (value === undefined)
    return raise(m, "IndexError", `Replacement index ${used} out of range for positional args tuple`);
  incref(m.h, value);
  return value;
}

function namedValue(m: Machine, name: string, { keywords, mapping }: Fields): number {
  const key = makeStr(m, name);
  let value = keywords?.get(name) ?? 0;
  if (mapping !== 0) value = getItem(m, mapping, key);
  else if (value !== 0) incref(m.h, value);
  else raiseWith(m, "KeyError", [key]);
  decref(m.h, key);
  return value;
}

function numberingFits(m: Machine, fields: Fields, isAutomatic: boolean): boolean {
  const wanted = isAutomatic ? "automatic" : "manual";
  if (fields.numbering === "none") fields.numbering = wanted;
  if (fields.numbering === wanted) return true;
  const change = isAutomatic
    ? "from manual field specification to automatic field numbering"
    : "from automatic field numbering to manual field specification";
  raise(m, "ValueError", `cannot switch ${change}`);
  return false;
}

/** One `.attribute` or `[item]`. */
interface Step {
  readonly isAttribute: boolean;
  readonly name: string;
  /** -1 = it is no number. */
  readonly index: number;
  readonly end: number;
}

function nextStep(m: Machine, name: string, at: number): Step | null {
  const isAttribute = name[at] === ".";
  if (!isAttribute && name[at] !== "[")
    return fail(m, "Only '.' or '[' may follow ']' in format field specifier");
  const [part] = (isAttribute ? /^[^.[]*/ : /^[^\]]*/).exec(name.slice(at + 1))!;
  const stop = at + 1 + part.length;
  if (!isAttribute && stop >= name.length) return fail(m, "Missing ']' in format string");
  const index = isAttribute ? -1 : indexOf(m, part);
  if (index === null) return null;
  if (part === "") return fail(m, "Empty attribute in format string");
  return { isAttribute, name: part, index, end: isAttribute ? stop : stop + 1 };
}

function takeStep(m: Machine, value: number, { index, isAttribute, name }: Step): number {
  if (isAttribute) return getAttribute(m, value, internedStr(m.h, name));
  const key = index < 0 ? makeStr(m, name) : makeInt(m, index);
  const item = getItem(m, value, key);
  decref(m.h, key);
  return item;
}

/** -1 when the text is no number; null with ValueError set. */
function indexOf(m: Machine, text: string): number | null {
  if (!/^\d+$/.test(text)) return -1;
  if (BigInt(text) <= LARGEST_INDEX) return Number(text);
  return fail(m, "Too many decimal digits in format string");
}

function fail(m: Machine, message: string): null {
  raise(m, "ValueError", message);
  return null;
}
