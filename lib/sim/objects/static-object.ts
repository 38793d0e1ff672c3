/** The objects that exist before the program: `None`, the built-in types, the empty tuple, the small ints. */

import type { HeapState } from "../heap/heap-state";
import { Field } from "../heap/memory-map";

/** Where each lies, ten words apart. */
export const enum Static {
  NONE = 210,
  TYPE_TYPE = 220,
  NONE_TYPE = 230,
  INT_TYPE = 240,
  STR_TYPE = 250,
  TUPLE_TYPE = 260,
  LIST_TYPE = 270,
  DICT_TYPE = 280,
  MODULE_TYPE = 290,
  EMPTY_TUPLE = 300,
  /** The int 0; the others lie on both sides of it. */
  ZERO = 360,
  /** The first word that an allocation can take. */
  FIRST_ALLOCATED = 2930,
}

/** The ints that exist once: `_PY_NSMALLNEGINTS` and `_PY_NSMALLPOSINTS`. */
export const SMALLEST_SMALL_INT = -5;
export const LARGEST_SMALL_INT = 256;

/** The static object of a small int. */
export function smallInt(value: number): number {
  return Static.ZERO + value * (Static.TYPE_TYPE - Static.NONE);
}

/** Every static object with its type. */
export function* staticObjects(): Generator<readonly [object: number, type: number]> {
  yield [Static.NONE, Static.NONE_TYPE];
  for (let type = Static.TYPE_TYPE; type <= Static.MODULE_TYPE; type += Static.TYPE_TYPE - Static.NONE) {
    yield [type, Static.TYPE_TYPE];
  }
  yield [Static.EMPTY_TUPLE, Static.TUPLE_TYPE];
  for (let value = SMALLEST_SMALL_INT; value <= LARGEST_SMALL_INT; value++) {
    yield [smallInt(value), Static.INT_TYPE];
  }
}

/**
 * Is it one of the objects whose count CPython leaves alone: from 3.12 on, all that exist before the program; before
 * that, the built-in types, because an instance of a built-in type holds no reference to it in any version.
 */
export function isImmortal(h: HeapState, o: number): boolean {
  if (o >= Static.FIRST_ALLOCATED) return false;
  return h.profile.objects.immortal || h.memory[o + Field.TYPE] === Static.TYPE_TYPE;
}
