/** The index between the brackets of a sequence. Mirrors `list_subscript`, `tuplesubscript`. */

import { internedStr } from "../../sim/objects/interned-str";
import { raise } from "../run/error";
import type { Machine } from "../run/machine";
import { isInt, sizeOf } from "./make-atom";
import { lookupType, typeName, typeOf } from "./type-lookup";

/**
 * Which item is meant: not below 0 and below `length`; -1 = exception set.
 *
 * @param what - For the messages: "list", "tuple".
 * @param outOfRange - The message for an index that the sequence does not have.
 */
export function sequenceIndex(
  m: Machine,
  key: number,
  length: number,
  what: string,
  outOfRange: string,
): number {
  if (!isIndex(m, key)) {
    raise(m, "TypeError", `${what} indices must be integers or slices, not ${typeName(m, key)}`);
    return -1;
  }
  const given = sizeOf(m, key, "IndexError");
  if (given === null) return -1;
  const index = given < 0 ? given + length : given;
  if (index >= 0 && index < length) return index;
  raise(m, "IndexError", outOfRange);
  return -1;
}

/** Can it be an index (`PyIndex_Check`)? */
export function isIndex(m: Machine, o: number): boolean {
  return isInt(m, o) || lookupType(m, typeOf(m, o), internedStr(m.h, "__index__")) !== 0;
}
