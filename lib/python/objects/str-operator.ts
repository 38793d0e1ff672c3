/** `+`, `*`, `%` and subscripts of str. Mirrors `PyUnicode_Concat`, `unicode_repeat`, `unicode_subscript`. */

import { incref } from "../../sim/heap/refcount";
import { BinaryOp } from "../compile/opcode";
import { raise } from "../run/error";
import type { Machine } from "../run/machine";
import { characterAt, charactersOf, textLength, textSlice } from "./code-point";
import { fill } from "./fill";
import { MOST_CHARACTERS } from "./format-spec";
import { memoryError } from "./int-operator";
import { isStr, makeNewStr, makeNotImplemented, makeStr, sizeOf, textOf } from "./make-atom";
import { percentFormat } from "./percent-format";
import { isIndex } from "./sequence-index";
import { sliceIndices } from "./slice-indices";
import { strResult } from "./str-argument";
import { typeName } from "./type-lookup";

/** The `binary` slot. */
export function strBinary(m: Machine, op: number, a: number, b: number): number {
  if (op === BinaryOp.REMAINDER && isStr(m, a)) return percentFormat(m, a, b);
  if (op === BinaryOp.ADD && isStr(m, a)) return concatenate(m, a, b);
  if (op !== BinaryOp.MULTIPLY) return makeNotImplemented(m);
  return isStr(m, a) ? repeat(m, a, b) : repeat(m, b, a);
}

/** `str[key]`. */
export function strItem(m: Machine, o: number, key: number): number {
  const text = textOf(m, o);
  if (typeName(m, key) === "slice") return slice(m, o, text, key);
  if (!isIndex(m, key)) return raise(m, "TypeError", fill(m.rules.texts.badStrIndex, typeName(m, key)));
  const given = sizeOf(m, key, "IndexError");
  if (given === null) return 0;
  const length = textLength(text);
  const i = given < 0 ? given + length : given;
  if (i < 0 || i >= length) return raise(m, "IndexError", "string index out of range");
  return makeStr(m, characterAt(text, i));
}

function slice(m: Machine, o: number, text: string, key: number): number {
  const indices = sliceIndices(m, key, textLength(text));
  if (indices === null) return 0;
  const { start, step, count } = indices;
  if (count === 0) return makeStr(m, "");
  if (step === 1) return strResult(m, o, textSlice(text, start, start + count));
  const characters = charactersOf(text);
  return makeNewStr(m, Array.from({ length: count }, (_, i) => characters[start + i * step]!).join(""));
}

/** `a + b` of a str and anything, owned. With an empty str the other one is the result itself. */
export function concatenate(m: Machine, a: number, b: number): number {
  if (!isStr(m, b)) return raise(m, "TypeError", `can only concatenate str (not "${typeName(m, b)}") to str`);
  const [left, right] = [textOf(m, a), textOf(m, b)];
  if (left === "") return strResult(m, b, right);
  if (left.length + right.length > MOST_CHARACTERS) return memoryError(m);
  return right === "" ? strResult(m, a, left) : makeStr(m, left + right);
}

function repeat(m: Machine, o: number, countObject: number): number {
  if (!isIndex(m, countObject))
    return raise(m, "TypeError", `can't multiply sequence by non-int of type '${typeName(m, countObject)}'`);
  const count = sizeOf(m, countObject);
  if (count === null) return 0;
  const text = textOf(m, o);
  if (count <= 0 || text === "") return makeStr(m, "");
  if (count === 1) {
    if (typeName(m, o) !== "str") return makeStr(m, text);
    incref(m.h, o);
    return o;
  }
  return text.length * count > MOST_CHARACTERS ? memoryError(m) : makeStr(m, text.repeat(count));
}
