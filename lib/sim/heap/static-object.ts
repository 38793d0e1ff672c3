/** The objects that exist before the program: `None`, the built-in types, the empty tuple, the small ints. */

import { Field, Place } from "./memory-map";

const record = (n: number): number => Place.FIRST_STATIC + n * Field.SLOTS;

export const NONE: number = record(0);
export const TYPE_TYPE: number = record(1);
export const NONE_TYPE: number = record(2);
export const INT_TYPE: number = record(3);
export const STR_TYPE: number = record(4);
export const TUPLE_TYPE: number = record(5);
export const LIST_TYPE: number = record(6);
export const DICT_TYPE: number = record(7);
export const MODULE_TYPE: number = record(8);
export const EMPTY_TUPLE: number = record(9);

/** The ints that exist once: `_PY_NSMALLNEGINTS` and `_PY_NSMALLPOSINTS`. */
export const SMALLEST_SMALL_INT = -5;
export const LARGEST_SMALL_INT = 256;

/** The static object of a small int. */
export function smallInt(value: number): number {
  return record(10 + value - SMALLEST_SMALL_INT);
}

/** The first word that an allocation can take. */
export const FIRST_ALLOCATED: number = smallInt(LARGEST_SMALL_INT + 1);

/** Every static object with its type. */
export function* staticObjects(): Generator<readonly [object: number, type: number]> {
  yield [NONE, NONE_TYPE];
  for (let type = TYPE_TYPE; type <= MODULE_TYPE; type += Field.SLOTS) yield [type, TYPE_TYPE];
  yield [EMPTY_TUPLE, TUPLE_TYPE];
  for (let value = SMALLEST_SMALL_INT; value <= LARGEST_SMALL_INT; value++) yield [smallInt(value), INT_TYPE];
}

/** Is it one of the objects that exist before the program? */
export function isStatic(o: number): boolean {
  return o < FIRST_ALLOCATED;
}
