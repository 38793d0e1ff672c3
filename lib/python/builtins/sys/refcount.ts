/** `sys.getrefcount` and `sys.getsizeof`. Mirrors `sys_getrefcount`, `_PySys_GetSizeOf` in `Python/sysmodule.c`. */

import { shownRefcnt } from "../../../sim/heap/describe";
import { decref } from "../../../sim/heap/refcount";
import { shapeOf } from "../../../sim/heap/shape";
import { getsizeof } from "../../../sim/objects/size-bytes";
import { isImmortal, programRefcnt, Static } from "../../../sim/objects/static-object";
import { intOf, makeInt } from "../../objects/make-atom";
import type { Keywords, NativeDefinition } from "../../objects/native-type";
import { callSpecial } from "../../objects/special-method";
import { typeName, typeOf } from "../../objects/type-lookup";
import type { Machine } from "../../run/machine";
import { takingTuple } from "../argument-tuple";

export const refcountFunctions: readonly NativeDefinition[] = [
  { name: "getrefcount", least: 1, call: (m, [o = 0]) => makeInt(m, shownCount(m, o)) },
  { name: "getsizeof", least: 1, most: 2, keywords: ["default"], call: takingTuple(sizeof) },
];

/** The argument is one of the references: the operand stack holds it. */
function shownCount(m: Machine, o: number): number {
  const { h } = m;
  const { immortalRefcnt, internedImmortal } = h.profile.objects;
  const isName = internedImmortal && h.interned.get(h.payload.get(o) as string) === o;
  if (isName && immortalRefcnt !== null) return immortalRefcnt;
  if (o >= Static.FIRST_ALLOCATED || (immortalRefcnt !== null && isImmortal(h, o))) return shownRefcnt(h, o);
  return programRefcnt(h, o);
}

/** GC head included, referents not. A class of the program may say it itself. */
function sizeof(m: Machine, [o = 0]: readonly number[], _keywords: Keywords): number {
  if (typeOf(m, o).record !== null) {
    const own = callSpecial(m, o, "__sizeof__", []);
    if (own !== null) return own === 0 ? 0 : withHead(m, own);
  }
  return makeInt(m, o < Static.FIRST_ALLOCATED ? staticSize(m, o) : getsizeof(m.h, o) + uncountedSize(m, o));
}

/** The object itself, without what belongs to it, when it is one whose memory is part of the start-up state. */
function uncountedSize(m: Machine, o: number): number {
  const { dictHeadBytes, listHeadBytes, moduleBytes } = m.h.profile.objects;
  if (shapeOf(m.h, o).blockBytes !== 0) return 0;
  return { module: moduleBytes, dict: dictHeadBytes, list: listHeadBytes }[typeName(m, o)] ?? 0;
}

/** @param size - What `__sizeof__` has given, owned. */
function withHead(m: Machine, size: number): number {
  const bytes = intOf(m, size);
  decref(m.h, size);
  return bytes === null ? 0 : makeInt(m, BigInt(bytes) + GC_HEAD_BYTES);
}

const GC_HEAD_BYTES = 16n;

/** Source: `sizeof(PyCFunctionObject)`, `sizeof(PyMethodDescrObject)`, ... */
const staticSizes: Readonly<Record<string, number>> = {
  builtin_function_or_method: 72,
  method_descriptor: 72,
  classmethod_descriptor: 72,
  wrapper_descriptor: 72,
  getset_descriptor: 64,
  ellipsis: 16,
  NotImplementedType: 16,
};

function staticSize(m: Machine, o: number): number {
  const name = typeName(m, o);
  if (name === "type") return m.h.profile.objects.staticTypeBytes;
  return staticSizes[name] ?? getsizeof(m.h, o);
}
