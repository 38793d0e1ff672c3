/** The name of an object's class, as `type(o).__name__`. */

import type { HeapState } from "../heap/heap-state";
import { Field } from "../heap/memory-map";
import { Static } from "./static-object";

const builtin: Readonly<Record<number, string>> = {
  [Static.TYPE_TYPE]: "type",
  [Static.NONE_TYPE]: "NoneType",
  [Static.INT_TYPE]: "int",
  [Static.STR_TYPE]: "str",
  [Static.TUPLE_TYPE]: "tuple",
  [Static.LIST_TYPE]: "list",
  [Static.DICT_TYPE]: "dict",
  [Static.MODULE_TYPE]: "module",
};

/** The class name of a live object. */
export function typeName(h: HeapState, o: number): string {
  const type = h.memory[o + Field.TYPE]!;
  return builtin[type] ?? h.classes.get(type)?.name ?? "object";
}
