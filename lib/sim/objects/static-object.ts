/** The objects that exist before the program: `None`, the built-in types, the empty tuple, the small ints. */

import { BadArgumentError } from "../errors";
import type { HeapState } from "../heap/heap-state";
import { Field, GcRefs, gcRefsAt, Layout } from "../heap/memory-map";

/** Where each lies, ten words apart. */
export const enum Static {
  NONE = 210,
  TRUE = 220,
  FALSE = 230,
  EMPTY_TUPLE = 240,
  /** What a set keeps where an element was taken out (`_PySet_Dummy`). */
  SET_DUMMY = 250,
  TYPE_TYPE = 260,
  OBJECT_TYPE = 270,
  NONE_TYPE = 280,
  BOOL_TYPE = 290,
  INT_TYPE = 300,
  FLOAT_TYPE = 310,
  STR_TYPE = 320,
  BYTES_TYPE = 330,
  TUPLE_TYPE = 340,
  LIST_TYPE = 350,
  DICT_TYPE = 360,
  SET_TYPE = 370,
  FROZENSET_TYPE = 380,
  MODULE_TYPE = 390,
  FUNCTION_TYPE = 400,
  CODE_TYPE = 410,
  CELL_TYPE = 420,
  METHOD_TYPE = 430,
  GENERATOR_TYPE = 440,
  FRAME_TYPE = 450,
  TRACEBACK_TYPE = 460,
  EXCEPTION_TYPE = 470,
  WEAKREF_TYPE = 480,
  GETSET_DESCRIPTOR_TYPE = 490,
  MEMBER_DESCRIPTOR_TYPE = 500,
  /** The int 0; the others lie on both sides of it. */
  ZERO = 560,
  /** Further ones of an interpreter: its built-in types, exceptions and functions ({@link placeStaticObject}). */
  INTERPRETER = 3130,
  /** The first word that an allocation can take. */
  FIRST_ALLOCATED = 23130,
}

const APART = 10;

/**
 * The count of a static object that no program can bring to 0 or to the end of the word. From 3.12 on these objects are
 * immortal: CPython leaves their counts alone. Here they are counted like all others, so that incref and decref need no
 * test, and the constant of the version is what is shown. Up to 3.11 they are counted, from `_PyObject_IMMORTAL_REFCNT`.
 */
const STATIC_REFCNT = 999_999_999;

/** The ints that exist once: `_PY_NSMALLNEGINTS` and `_PY_NSMALLPOSINTS`. */
export const SMALLEST_SMALL_INT = -5;
export const LARGEST_SMALL_INT = 256;

/** The static object of a small int. */
export function smallInt(value: number): number {
  return Static.ZERO + value * APART;
}

/**
 * Place one more static object: a type, function or constant that an interpreter has before the program. It is counted by
 * nobody, holds nothing and lives as long as the heap.
 *
 * @param type - Its type; {@link Static.TYPE_TYPE} for a type.
 * @throws {BadArgumentError} When the room for them is used up.
 */
export function placeStaticObject(h: HeapState, type: number): number {
  const o = h.staticTop;
  if (o >= Static.FIRST_ALLOCATED)
    throw new BadArgumentError(
      "placeStaticObject has no room for another object: see Static.FIRST_ALLOCATED.",
    );
  h.staticTop += APART;
  writeStaticObject(h.memory, o, type);
  return o;
}

/**
 * How many references the program holds to a static object that is counted.
 *
 * Simplified: those that objects from before the program hold are known of None alone; of all others a fresh process shows
 * some tens or hundreds more.
 */
export function programRefcnt(h: HeapState, o: number): number {
  const refcnt = h.memory[o + Field.REFCNT]!;
  return o === Static.NONE ? refcnt : refcnt - STATIC_REFCNT;
}

/** Write the record of a static object. */
export function writeStaticObject(memory: Int32Array, o: number, type: number): void {
  memory[o + Field.REFCNT] = STATIC_REFCNT;
  memory[o + Field.TYPE] = type;
  memory[gcRefsAt(memory, o)] = GcRefs.REACHABLE;
  memory[o + Field.LAYOUT] = Layout.ATOM;
}

/** Every static object that each heap has, with its type. */
export function* staticObjects(): Generator<readonly [object: number, type: number]> {
  yield [Static.NONE, Static.NONE_TYPE];
  yield [Static.TRUE, Static.BOOL_TYPE];
  yield [Static.FALSE, Static.BOOL_TYPE];
  yield [Static.EMPTY_TUPLE, Static.TUPLE_TYPE];
  yield [Static.SET_DUMMY, Static.OBJECT_TYPE];
  for (let type = Static.TYPE_TYPE; type <= Static.MEMBER_DESCRIPTOR_TYPE; type += APART) {
    yield [type, Static.TYPE_TYPE];
  }
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
