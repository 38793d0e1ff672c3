/** `{**mapping}` and `f(**mapping)`. Mirrors `DICT_UPDATE`, `DICT_MERGE`, `_PyDict_MergeEx`. */

import { Field } from "../../sim/heap/memory-map";
import { decref, incref } from "../../sim/heap/refcount";
import { item, keysOf } from "../../sim/objects/dict";
import { internedStr } from "../../sim/objects/interned-str";
import { Static } from "../../sim/objects/static-object";
import { collectItems } from "../objects/iterate";
import { isStr, textOf } from "../objects/make-atom";
import { contains, getItem, setItem } from "../objects/subscript";
import { lookupType, typeName, typeOf } from "../objects/type-lookup";
import { callMethod } from "./call";
import { raise } from "./error";
import type { Frame } from "./frame";
import { functionText } from "./function-text";
import type { Machine } from "./machine";
import { popOperand } from "./operands";

/** DICT_UPDATE: the dict lies `depth` places below. Later keys win. */
export function dictUpdate(m: Machine, frame: Frame, depth: number): boolean {
  const mapping = popOperand(m, frame);
  const dict = m.stack[frame.top - depth]!;
  const isDone = hasKeys(m, mapping)
    ? copyAll(m, dict, mapping, null)
    : raise(m, "TypeError", `'${typeName(m, mapping)}' object is not a mapping`) !== 0;
  decref(m.h, mapping);
  return isDone;
}

/** DICT_MERGE: keyword arguments. A key that is no str, or that is there already, is an error. */
export function dictMerge(m: Machine, frame: Frame, depth: number): boolean {
  const mapping = popOperand(m, frame);
  const dict = m.stack[frame.top - depth]!;
  // function, args tuple, dict: where CALL_FUNCTION_EX will find them.
  const callable = m.stack[frame.top - depth - 2]!;
  const isDone = hasKeys(m, mapping)
    ? copyAll(m, dict, mapping, (key) => checkKeyword(m, callable, dict, key))
    : raise(
        m,
        "TypeError",
        `${functionText(m, callable)} argument after ** must be a mapping, not ${typeName(m, mapping)}`,
      ) !== 0;
  decref(m.h, mapping);
  return isDone;
}

function checkKeyword(m: Machine, callable: number, dict: number, key: number): boolean {
  if (!isStr(m, key)) {
    const text = "keywords must be strings";
    const subject = m.rules.texts.qualifiesFunctions ? "" : `${functionText(m, callable)} `;
    return raise(m, "TypeError", subject + text) !== 0;
  }
  const found = contains(m, dict, key);
  if (found === 0) return true;
  if (found < 0) return false;
  const what = `got multiple values for keyword argument '${textOf(m, key)}'`;
  return raise(m, "TypeError", `${functionText(m, callable)} ${what}`) !== 0;
}

function hasKeys(m: Machine, o: number): boolean {
  return lookupType(m, typeOf(m, o), internedStr(m.h, "keys")) !== 0;
}

function copyAll(
  m: Machine,
  dict: number,
  mapping: number,
  check: ((key: number) => boolean) | null,
): boolean {
  const isDict = m.h.memory[mapping + Field.TYPE] === Static.DICT_TYPE;
  const keys = isDict ? heldKeys(m, mapping) : keysByMethod(m, mapping);
  if (keys === null) return false;
  let isDone = true;
  for (const key of keys) {
    isDone &&= (check === null || check(key)) && copyOne(m, dict, mapping, key, isDict);
    decref(m.h, key);
  }
  return isDone;
}

function copyOne(m: Machine, dict: number, mapping: number, key: number, isDict: boolean): boolean {
  const value = isDict ? item(m.h, mapping, key) : getItem(m, mapping, key);
  if (value === 0) return false;
  const isDone = setItem(m, dict, key, value);
  if (!isDict) decref(m.h, value);
  return isDone;
}

function heldKeys(m: Machine, dict: number): readonly number[] {
  const keys = keysOf(m.h, dict);
  for (const key of keys) incref(m.h, key);
  return keys;
}

function keysByMethod(m: Machine, mapping: number): readonly number[] | null {
  const keys = callMethod(m, mapping, internedStr(m.h, "keys"), []);
  if (keys === 0) return null;
  const all = collectItems(m, keys);
  decref(m.h, keys);
  return all;
}
