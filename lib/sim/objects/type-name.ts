/** The name of an object's class, as `type(o).__name__`. */

import type { HeapState } from "../heap/heap-state";
import { Field } from "../heap/memory-map";
import { Static } from "./static-object";

const builtin: Readonly<Record<number, string>> = {
  [Static.TYPE_TYPE]: "type",
  [Static.OBJECT_TYPE]: "object",
  [Static.NONE_TYPE]: "NoneType",
  [Static.BOOL_TYPE]: "bool",
  [Static.INT_TYPE]: "int",
  [Static.FLOAT_TYPE]: "float",
  [Static.STR_TYPE]: "str",
  [Static.BYTES_TYPE]: "bytes",
  [Static.TUPLE_TYPE]: "tuple",
  [Static.LIST_TYPE]: "list",
  [Static.DICT_TYPE]: "dict",
  [Static.SET_TYPE]: "set",
  [Static.FROZENSET_TYPE]: "frozenset",
  [Static.MODULE_TYPE]: "module",
  [Static.FUNCTION_TYPE]: "function",
  [Static.CODE_TYPE]: "code",
  [Static.CELL_TYPE]: "cell",
  [Static.METHOD_TYPE]: "method",
  [Static.GENERATOR_TYPE]: "generator",
  [Static.FRAME_TYPE]: "frame",
  [Static.TRACEBACK_TYPE]: "traceback",
  [Static.EXCEPTION_TYPE]: "Exception",
  [Static.WEAKREF_TYPE]: "weakref",
  [Static.GETSET_DESCRIPTOR_TYPE]: "getset_descriptor",
  [Static.MEMBER_DESCRIPTOR_TYPE]: "member_descriptor",
};

/** The class name of a live object. */
export function typeName(h: HeapState, o: number): string {
  const type = h.memory[o + Field.TYPE]!;
  return builtin[type] ?? h.classes.get(type)?.name ?? "object";
}
