/** The name of an object's class, as `type(o).__name__`. */

import type { HeapState } from "./heap-state";
import { Field } from "./memory-map";
import {
  DICT_TYPE,
  INT_TYPE,
  LIST_TYPE,
  MODULE_TYPE,
  NONE_TYPE,
  STR_TYPE,
  TUPLE_TYPE,
  TYPE_TYPE,
} from "./static-object";

const builtin: Readonly<Record<number, string>> = {
  [TYPE_TYPE]: "type",
  [NONE_TYPE]: "NoneType",
  [INT_TYPE]: "int",
  [STR_TYPE]: "str",
  [TUPLE_TYPE]: "tuple",
  [LIST_TYPE]: "list",
  [DICT_TYPE]: "dict",
  [MODULE_TYPE]: "module",
};

/** The class name of a live object. */
export function typeName(h: HeapState, o: number): string {
  const type = h.memory[o + Field.TYPE]!;
  return builtin[type] ?? h.classes.get(type)?.name ?? "object";
}
